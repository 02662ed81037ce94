// Numbers, times and names as a reader of the language writes them.
import { lang, t } from './i18n.js';
import { state, uncovered } from './state.js';
import { h } from './dom.js';

const NB = '\u00a0';

export function number(value, digits = 0) {
  return value.toLocaleString(lang(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export const tenths = (value) => number(value / 10, 1);
export const milli = (value) => number(value / 1000, value >= 100_000 ? 0 : 1);
export const percent = (tenThousandths) => `${number(tenThousandths / 100, tenThousandths < 995 ? 1 : 0)}${lang() === 'fr' ? NB : ''}%`;

// A value of a rule's metric in its quantum.
export function metricValue(metric, value) {
  switch (metric) {
    case 'ESCALATION':
      return tenths(value);
    case 'SPILL_OVER':
    case 'ATTACK_PROBABILITY':
      return percent(value);
    case 'EXPECTED_INCIDENTS':
      return milli(value);
    default:
      return number(value);
  }
}

const clock = (date, zone) =>
  date.toLocaleTimeString(lang(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(zone ? { timeZone: zone } : {}) });

function sameDay(a, b) {
  return a.toDateString() === b.toDateString();
}

// The metric as the region's newest score has it, or null.
export function current(metric, region) {
  const figures = state.scores.get(region)?.figures;
  const field = { ESCALATION: 'escalationTenths', SPILL_OVER: 'spillOver', ATTACK_PROBABILITY: 'attackProbability', EXPECTED_INCIDENTS: 'expectedMilli' }[metric];
  return figures && field ? figures[field] : null;
}

// In the reader's zone, with UTC beside it where that differs.
export function absolute(instant) {
  const date = new Date(instant);
  const day = sameDay(date, new Date())
    ? ''
    : `${date.toLocaleDateString(lang(), { day: 'numeric', month: 'short', ...(date.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }) })} `;
  const utc = date.getTimezoneOffset() === 0 ? 'UTC' : `(${clock(date, 'UTC')}${NB}UTC)`;
  return `${day}${clock(date)}${NB}${utc}`;
}

export function relative(instant) {
  const seconds = (new Date(instant) - Date.now()) / 1000;
  const format = new Intl.RelativeTimeFormat(lang(), { numeric: 'auto', style: 'long' });
  const size = Math.abs(seconds);
  if (size < 60) return format.format(Math.round(seconds), 'second');
  if (size < 3600) return format.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return format.format(Math.round(seconds / 3600), 'hour');
  return format.format(Math.round(seconds / 86_400), 'day');
}

export const both = (instant) => `${relative(instant)}, ${absolute(instant)}`;

export function time(instant, phrase = (words) => words) {
  return h('time', { datetime: instant, 'data-since': instant }, phrase(both(instant)));
}

export function day(date) {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(lang(), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}

export function duration(seconds) {
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? t('minutes')(minutes) : t('hours')(Math.floor(minutes / 60));
}

export function regionName(code) {
  const region = state.regions.get(code);
  return region ? (lang() === 'fr' ? region.nameFr : region.name) : code;
}

export function countryName(code) {
  const region = [...state.regions.values()].find((one) => one.country === code);
  return region ? (lang() === 'fr' ? region.countryNameFr : region.countryName) : code;
}

export function place(code) {
  const region = state.regions.get(code);
  return region ? `${regionName(code)} (${code}), ${countryName(region.country)}` : code;
}

// The same as elements: a code does not break at its hyphen.
export function placeNodes(code) {
  const region = state.regions.get(code);
  const own = h('span', { class: 'nowrap' }, region ? `(${code}),` : code);
  return region ? [`${regionName(code)} `, own, ` ${countryName(region.country)}`] : [own];
}

// What a score says in a few words: for lists, the map's hover and its labels.
export function scoreWords(score) {
  if (!score?.figures) return t(uncovered(score) ? 'noCoverage' : 'notAssessed');
  const words = `${tenths(score.figures.escalationTenths)} ${t('of100')}`;
  return score.coverage === 'WARMING_UP' ? `${words}, ${t('warming')}` : words;
}
