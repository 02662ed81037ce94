// The alert board: as good as the map, and the first thing that a screen reader meets.
import { Problem, key, post } from './api.js';
import { byId, h } from './dom.js';
import { current, metricValue, placeNodes, time } from './format.js';
import { lang, t } from './i18n.js';
import { levelIcon } from './shapes.js';
import { openAlerts, state } from './state.js';

const told = new Map(); // alert id -> what became of the press: sending, sent, or an error's words
const opened = new Set(); // alerts whose details are open
let ask = () => {};
let choose = () => {};

export function startBoard(actions) {
  ask = actions.askForKey;
  choose = actions.choose;
}

export function drawBoard() {
  const alerts = openAlerts();
  const list = byId('alerts');
  const focused = document.activeElement?.closest?.('[data-alert-id]')?.dataset.alertId;
  const role = document.activeElement?.dataset?.role;
  list.replaceChildren(...alerts.map((alert) => h('li', {}, alertCard(alert))));
  if (focused && role) {
    list.querySelector(`[data-alert-id="${CSS.escape(focused)}"] [data-role="${role}"]`)?.focus();
  }
  byId('board-count').textContent = state.loaded ? t('alerts')(alerts.length) : '';
  const empty = byId('board-state');
  empty.hidden = alerts.length > 0;
  if (state.loaded && alerts.length === 0) {
    const nothing = state.scores.size === 0;
    const [before, command] = t('nothingYetNext');
    empty.replaceChildren(
      h('p', {}, t(nothing ? 'nothingYet' : 'noAlerts')),
      nothing ? h('p', {}, before, h('code', {}, command)) : h('p', {}, t('noAlertsNext')),
    );
  } else if (!state.loaded) {
    empty.textContent = t('loadingBoard');
  }
}

export function alertCard(alert) {
  const words = alert[lang()];
  const open = alert.state === 'OPEN';
  const now = open ? current(alert.metric, alert.region) : null;
  return h(
    'article',
    {
      class: 'alert',
      'data-alert-id': alert.alertId,
      'data-region': alert.region,
      'data-level': alert.level,
      'data-state': alert.state,
      'data-version': alert.version,
    },
    h(
      'div',
      { class: 'alert-head' },
      h('span', { class: 'level' }, levelIcon(open ? alert.level : alert.previousLevel), h('span', { class: 'level-word' }, words.level)),
      alert.exercise ? h('span', { class: 'exercise' }, t('exercise')) : null,
      h('span', { class: 'tlp' }, alert.tlp),
    ),
    h(
      'div',
      { class: 'alert-place' },
      h('button', { type: 'button', class: 'link', 'data-role': 'place', onclick: () => choose(alert.region) }, placeNodes(alert.region)),
      h('span', { class: 'value', title: t('metric')[alert.metric] }, metricValue(alert.metric, now ?? alert.value), ' ', alert.metric === 'ESCALATION' ? h('small', {}, t('of100')) : null),
    ),
    open ? h('p', { class: 'meta' }, yardstick(alert, words, now)) : null,
    h('p', { class: 'sentence' }, words.change[0]),
    h('p', { class: 'meta' }, open ? time(alert.raisedAt, t('since')) : time(alert.at, t('ended'))),
    details(alert, words),
    open ? actions(alert) : null,
  );
}

// What the number is to be held against: where the level begins, and what it was when the alert last changed.
function yardstick(alert, words, now) {
  const begins = t('begins')(words.level, metricValue(alert.metric, alert.threshold));
  return now === null || now === alert.value ? begins : `${begins} · ${t('valueThen')(metricValue(alert.metric, alert.value))}`;
}

function details(alert, words) {
  const part = (title, sentences) => (sentences.length ? h('div', {}, h('h3', {}, t(title)), sentences.map((one) => h('p', {}, one))) : null);
  const element = h(
    'details',
    { open: opened.has(alert.alertId) },
    h('summary', { 'data-role': 'details' }, t('details')),
    h(
      'div',
      { class: 'said' },
      part('changeTitle', words.change),
      part('why', words.why),
      part('confidence', words.confidence),
      part('clearing', words.clearing),
      part('meaning', words.meaning),
      h('p', { class: 'meta' }, words.tlpLine),
    ),
  );
  element.addEventListener('toggle', () => (element.open ? opened.add(alert.alertId) : opened.delete(alert.alertId)));
  return element;
}

function actions(alert) {
  if (alert.acknowledgedAt) {
    told.delete(alert.alertId);
    return h('p', { class: 'meta acknowledged' }, '✓ ', time(alert.acknowledgedAt, t('acknowledged')));
  }
  const news = told.get(alert.alertId);
  const busy = news === 'sending' || news === 'sent';
  return h(
    'div',
    { class: 'actions' },
    h('button', { type: 'button', 'data-role': 'acknowledge', disabled: busy, onclick: () => acknowledge(alert) }, t('acknowledge')),
    news ? h('p', { class: busy ? 'meta' : 'error', role: 'status' }, busy ? t(news) : news) : null,
  );
}

async function acknowledge(alert) {
  if (!key.get()) {
    ask(t('keyNeeded'));
    return;
  }
  told.set(alert.alertId, 'sending');
  drawBoard();
  try {
    await post(`/api/v1/alerts/${encodeURIComponent(alert.alertId)}/acknowledgement`, {});
    told.set(alert.alertId, 'sent');
  } catch (error) {
    told.set(alert.alertId, error instanceof Problem ? error.message : t('lost'));
  }
  drawBoard();
}

export function forgetPresses() {
  told.clear();
}
