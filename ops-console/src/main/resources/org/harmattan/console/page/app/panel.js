// One region with all that is known of it. Every number has a sentence.
import { get } from './api.js';
import { alertCard } from './board.js';
import { byId, h, s } from './dom.js';
import { countryName, day, milli, number, percent, placeNodes, regionName, scoreWords, tenths, time } from './format.js';
import { lang, t } from './i18n.js';
import { levelIcon, swatch } from './shapes.js';
import { spark } from './spark.js';
import { alertOfRegion, changed, state } from './state.js';

let detail = null;
let asked = 0;
let back = () => {};
let choose = () => {};
let fromMap = false; // where the reader came from, and goes back to

export function startPanel(actions) {
  back = actions.back;
  choose = actions.choose;
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.chosen && !document.querySelector('dialog[open]')) closePanel();
  });
}

export async function openPanel(code) {
  const panel = byId('panel');
  const fresh = state.chosen !== code;
  state.chosen = code;
  changed('chosen');
  if (fresh) {
    if (panel.hidden) fromMap = document.activeElement?.closest?.('#map') !== null;
    detail = null;
    panel.hidden = false;
    byId('side').hidden = true;
    drawPanel();
    panel.focus({ preventScroll: true });
    if (panel.getBoundingClientRect().top < 0 || window.matchMedia('(max-width: 900px)').matches) panel.scrollIntoView({ block: 'start' });
  }
  const mine = ++asked;
  try {
    const answer = await get(`/api/v1/regions/${encodeURIComponent(code)}`);
    if (mine === asked) detail = answer;
  } catch (error) {
    if (mine === asked) detail = { failed: error.message };
  }
  if (mine === asked) drawPanel();
}

export function closePanel() {
  const code = state.chosen;
  asked++;
  state.chosen = null;
  detail = null;
  byId('panel').hidden = true;
  byId('side').hidden = false;
  changed('chosen');
  if (code) back(code, fromMap);
}

export function drawPanel() {
  const code = state.chosen;
  if (!code) return;
  const panel = byId('panel');
  const head = h(
    'div',
    { class: 'panel-head' },
    h('h2', { id: 'panel-title' }, placeNodes(code)),
    h('button', { type: 'button', 'data-role': 'close', onclick: closePanel }, t('close')),
  );
  const hadFocus = panel.contains(document.activeElement) && document.activeElement !== panel ? document.activeElement.dataset.role : null;
  panel.dataset.region = code;
  if (!detail) {
    panel.replaceChildren(head, h('p', { class: 'state' }, t('loadingRegion')));
  } else if (detail.failed) {
    panel.replaceChildren(head, h('div', { class: 'state' }, h('p', {}, `${t('regionFailed')} ${detail.failed}`), h('p', {}, h('button', { type: 'button', onclick: () => openPanel(code) }, t('tryNow')))));
  } else {
    panel.replaceChildren(head, ...[words(), figures(), reasons(), alertsHere(), history(), neighbours(), incidents(), shown()].filter(Boolean));
  }
  if (hadFocus) panel.querySelector(`[data-role="${hadFocus}"]`)?.focus();
}

function words() {
  const said = detail[lang()];
  const score = detail.score;
  if (!said) {
    return h('p', { class: 'lead' }, scoreWords(null));
  }
  return h(
    'div',
    { class: 'detail' },
    h('p', { class: 'lead' }, said.summary),
    said.detail.map((sentence) => h('p', {}, sentence)),
    score ? h('p', { class: 'meta' }, time(score.asOf, t('assessed'))) : null,
    score?.figures ? h('p', { class: 'meta' }, t('reportsInWeek')(score.reportsIn7Days), score.lastReportAt ? ' · ' : null, score.lastReportAt ? time(score.lastReportAt, t('lastReport')) : null) : null,
  );
}

function figures() {
  const f = detail.score?.figures;
  if (!f) return null;
  const figure = (name, value, small) => h('div', { class: 'figure' }, h('dt', {}, t(name)), h('dd', {}, value, small ? h('small', {}, ` ${small}`) : null));
  return h(
    'dl',
    { class: 'figures' },
    figure('figEscalation', tenths(f.escalationTenths), t('of100')),
    figure('figAttack', percent(f.attackProbability)),
    figure('figExpected', milli(f.expectedMilli), t('interval')(number(f.expectedLow), number(f.expectedHigh))),
    figure('figSpill', percent(f.spillOver)),
    figure('figWeek', milli(f.last7DaysMilli)),
    figure('figMonth', milli(f.last30DaysMilli)),
    figure('figYear', milli(f.pastYearMilli)),
    figure('figWorse', milli(f.markedlyWorseMilli)),
  );
}

function reasons() {
  const parts = detail.score?.reasons ?? [];
  if (parts.length === 0) return null;
  return h(
    'div',
    {},
    h('h3', {}, t('comesFrom')),
    h(
      'ol',
      { class: 'shares' },
      parts.map((part) => h('li', { class: 'share', 'data-reason': part.kind }, reasonName(part), bar(part.share), h('span', { class: 'number' }, percent(part.share)))),
    ),
  );
}

function reasonName(part) {
  switch (part.kind) {
    case 'OWN_PAST':
      return h('span', {}, t('ownPast')(part.subject));
    case 'NEIGHBOUR':
      return h('button', { type: 'button', class: 'link', onclick: () => choose(part.subject) }, t('neighbour')(`${regionName(part.subject)} (${part.subject})`));
    case 'COUNTRY':
      return h('span', {}, t('country')(countryName(part.subject)));
    default:
      return h('span', {}, t('base'));
  }
}

function bar(share) {
  return s(
    'svg',
    { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('rect', { class: 'track', width: 100, height: 8, rx: 1 }),
    s('rect', { class: 'bar', width: Math.max(1, share / 100), height: 8, rx: 1 }),
  );
}

function alertsHere() {
  if (detail.alerts.length === 0) return null;
  const newest = detail.alerts.map((alert) => {
    const known = state.alerts.get(alert.alertId);
    return known && known.version > alert.version ? known : alert;
  });
  return h('div', {}, h('h3', {}, t('alertsHere')), h('ol', { class: 'alerts' }, newest.map((alert) => h('li', {}, alertCard(alert)))));
}

function history() {
  return h('div', {}, h('h3', {}, t('history')), detail.history.length < 2 ? h('p', { class: 'meta' }, t('historyShort')) : spark(detail.history));
}

function neighbours() {
  const codes = detail.region.neighbours.map((one) => one.code);
  if (codes.length === 0) return null;
  const rank = (code) => state.scores.get(code)?.figures?.escalationTenths ?? -1;
  codes.sort((a, b) => rank(b) - rank(a));
  return h(
    'div',
    {},
    h('h3', {}, t('neighbours')),
    h(
      'ol',
      { class: 'region-list' },
      codes.map((code) => {
        const score = state.scores.get(code);
        const alert = alertOfRegion(code);
        return h(
          'li',
          {},
          h(
            'button',
            { type: 'button', class: 'row', onclick: () => choose(code) },
            swatch(score),
            h('span', { class: 'name' }, regionName(code), ' ', h('small', {}, `${code}, ${countryName(code.slice(0, 2))}`)),
            h('span', { class: `number${score?.figures ? '' : ' none'}` }, alert ? h('span', { class: 'level' }, levelIcon(alert.level)) : null, score?.figures ? tenths(score.figures.escalationTenths) : scoreWords(score)),
          ),
        );
      }),
    ),
  );
}

function incidents() {
  const list = detail.incidents;
  return h(
    'div',
    {},
    h('h3', {}, t('incidentsTitle')),
    list.length === 0
      ? h('p', { class: 'meta' }, t('noIncidents'))
      : h('ol', { class: 'incidents' }, list.slice(0, 20).map((incident) => h('li', { 'data-incident': incident.incidentId }, incidentRow(incident)))),
  );
}

function incidentRow(incident) {
  const days = incident.firstDay === incident.lastDay ? day(incident.lastDay) : `${day(incident.firstDay)} – ${day(incident.lastDay)}`;
  const place_ = h('div', {});
  const show = h(
    'button',
    {
      type: 'button',
      class: 'link',
      onclick: async () => {
        const reports = await Promise.all(incident.members.slice(0, 5).map((id) => get(`/api/v1/reports/${encodeURIComponent(id)}`).then((answer) => answer.report, () => null)));
        place_.replaceChildren(...reports.map(reportText));
      },
    },
    t('reports')(incident.members.length),
  );
  return [
    weighs(incident) ? h('span', { class: 'weighs', title: t('weighsMost') }, '◆ ') : null,
    weighs(incident) ? h('span', { class: 'visually-hidden' }, t('weighsMost')) : null,
    h('span', {}, `${t('incident')(days, percent(incident.weightMicro / 100))}${incident.fatalitiesBest === null ? '' : ` · ${t('deaths')(incident.fatalitiesBest)}`} · `, show),
    place_,
  ];
}

const weighs = (incident) => detail.score?.evidence.includes(incident.incidentId) ?? false;

// What was reported besides attacks; it stands beside the score and moves no number.
function shown() {
  if (detail.shown.length === 0) return null;
  return h(
    'div',
    {},
    h('h3', {}, t('shownTitle')),
    h('ol', { class: 'incidents' }, detail.shown.map((report) => h('li', {}, h('span', {}, shownWords(report)), reportText(report)))),
  );
}

function shownWords(report) {
  const coded = report.detail.movement ?? report.detail.factor ?? report.detail.strategy ?? report.detail.eventType ?? '';
  const when = report.occurredAt ? ` · ${day(report.occurredAt.slice(0, 10))}` : '';
  return `${t('kind')[report.kind] ?? report.kind} · ${coded.toLowerCase().replaceAll('_', ' ')}${when}`;
}

function reportText(report) {
  if (!report) return h('p', { class: 'report' }, t('reportGone'));
  const parts = [report.location?.place, (report.detail.actors ?? []).join(', '), report.text].filter(Boolean);
  return h('p', { class: 'report' }, `${report.tlp} · ${report.source} (${report.reliability}${report.credibility}) `, parts.length ? parts.join(' · ') : t('reportGone'));
}
