// What came in since the page was opened, newest first.
import { byId, h } from './dom.js';
import { absolute, regionName, tenths } from './format.js';
import { lang, t } from './i18n.js';
import { changed, state } from './state.js';

const KEPT = 12;

export function feedScore(before, score) {
  const from = before?.figures?.escalationTenths;
  const to = score.figures?.escalationTenths;
  if (to !== undefined && from !== to) {
    add({ at: score.asOf, words: () => `${regionName(score.region)} (${score.region}) ${from === undefined ? '' : `${tenths(from)} → `}${tenths(to)}` });
  }
}

export function feedAlert(alert) {
  add({ at: alert.at, words: () => alert[lang()].headline });
}

function add(item) {
  state.feed.unshift(item);
  state.feed.length = Math.min(state.feed.length, KEPT);
  changed('feed');
}

export function drawFeed() {
  byId('feed-list').replaceChildren(
    ...state.feed.map((item) => h('li', {}, h('time', { datetime: item.at }, absolute(item.at)), h('span', {}, item.words()))),
  );
  byId('feed-state').hidden = state.feed.length > 0;
  byId('feed-state').textContent = t('feedEmpty');
}
