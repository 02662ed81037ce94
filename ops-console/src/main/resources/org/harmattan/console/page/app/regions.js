// The list of regions: what the map shows, for those who read rather than look.
import { byId, h } from './dom.js';
import { countryName, place, regionName, scoreWords, tenths } from './format.js';
import { t } from './i18n.js';
import { levelIcon, swatch } from './shapes.js';
import { alertOfRegion, state } from './state.js';

const FIRST = 12;
const MORE = 60;
let shown = FIRST;
let choose = () => {};

export function startRegions(onChoose) {
  choose = onChoose;
  byId('search').addEventListener('input', () => {
    shown = FIRST;
    drawRegions();
  });
  byId('more').addEventListener('click', () => {
    const first = shown;
    shown += MORE;
    drawRegions();
    byId('region-list').children[first]?.querySelector('button')?.focus();
  });
}

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const rank = (code) => state.scores.get(code)?.figures?.escalationTenths ?? -1;

export function drawRegions() {
  const wanted = plain(byId('search').value.trim());
  const found = [...state.regions.keys()]
    .filter((code) => wanted === '' || plain(place(code)).includes(wanted))
    .sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
  byId('region-list').replaceChildren(...found.slice(0, shown).map((code) => h('li', {}, row(code))));
  if (found.length === 0 && state.regions.size > 0) {
    byId('region-list').append(h('li', { class: 'row' }, '', t('noMatch')));
  }
  const left = found.length - shown;
  byId('more').hidden = left <= 0;
  byId('more').textContent = t('more')(Math.min(left, MORE));
}

function row(code) {
  const score = state.scores.get(code);
  const region = state.regions.get(code);
  const alert = alertOfRegion(code);
  return h(
    'button',
    { type: 'button', class: 'row', 'data-region-row': code, onclick: () => choose(code) },
    swatch(score),
    h('span', { class: 'name' }, regionName(code), ' ', h('small', {}, `${code}, ${countryName(region.country)}`)),
    h(
      'span',
      { class: `number${score?.figures ? '' : ' none'}` },
      alert ? h('span', { class: 'level' }, levelIcon(alert.level), h('span', { class: 'visually-hidden' }, t('level')[alert.level])) : null,
      score?.figures ? tenths(score.figures.escalationTenths) : scoreWords(score),
    ),
  );
}
