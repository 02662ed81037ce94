// Whether what is shown is alive: the link, the theatres' signs of life, and what to do when one of them is not.
import { byId, h } from './dom.js';
import { absolute, both, duration } from './format.js';
import { t } from './i18n.js';
import { changed, state } from './state.js';

const STALE_SECONDS = 120;
let retry = () => {};
let failure = false;

export function startStatus(onRetry) {
  retry = onRetry;
  setInterval(() => {
    look();
    document.querySelectorAll('time[data-since]').forEach((element) => {
      // the phrase around the time stays; only the time's own words are told anew
      const words = both(element.dataset.since);
      const before = element.dataset.words;
      if (before && before !== words) {
        element.textContent = element.textContent.replace(before, words);
      }
      element.dataset.words = words;
    });
  }, 5_000);
}

export function setFailure(failed) {
  failure = failed;
  drawStatus();
}

function oldest() {
  const pulses = [...state.pulses.values()];
  if (pulses.length === 0) return null;
  return pulses.reduce((a, b) => (age(a) > age(b) ? a : b));
}

const age = (pulse) => pulse.ageSeconds + (performance.now() - pulse.seenAt) / 1000;

function look() {
  const pulse = oldest();
  const stale = pulse !== null && age(pulse) > STALE_SECONDS;
  if (stale !== state.stale) {
    state.stale = stale;
    document.body.dataset.stale = String(stale);
    changed('scores');
  }
  drawStatus();
}

export function drawStatus() {
  const pulse = oldest();
  const stale = pulse !== null && age(pulse) > STALE_SECONDS;
  state.stale = stale;
  document.body.dataset.stale = String(stale);
  document.body.dataset.link = state.link === 'live' && stale ? 'lost' : state.link;
  const words = t(state.link === 'live' && stale ? 'noNews' : state.link);
  byId('life-text').textContent = `${words} · ${pulse ? t('asOf')(absolute(pulse.at)) : t('noPulse')}`;
  drawNotice(pulse, stale);
  drawTlp();
}

function drawNotice(pulse, stale) {
  const failed = [...state.pulses.values()].reduce((sum, one) => sum + one.failedEntries, 0);
  let words = null;
  if (state.link === 'lost') words = t('lostNotice');
  else if (failure) words = t('failedNotice');
  else if (stale) words = t('staleNotice')(duration(age(pulse)));
  else if (failed > 0) words = t('failedEntries')(failed);
  const notice = byId('notice');
  notice.hidden = words === null;
  if (words && notice.dataset.words !== words.join()) {
    const button = state.link === 'lost' || failure ? h('button', { type: 'button', onclick: retry }, t('tryNow')) : null;
    notice.replaceChildren(h('span', {}, h('b', {}, words[0]), ' ', words[1]), ...(button ? [button] : []));
  }
  notice.dataset.words = words?.join() ?? '';
}

function drawTlp() {
  const banner = byId('tlp');
  banner.hidden = !state.tlp;
  if (state.tlp) {
    banner.dataset.audience = state.audience;
    banner.replaceChildren(h('b', {}, state.tlp), ` ${t(state.audience === 'RESTRICTED' ? 'tlpRestricted' : 'tlpOpen')}`);
  }
}
