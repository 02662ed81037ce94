import { byId, h, s } from './dom.js';
import { t } from './i18n.js';
import { STEPS, hatch, mark } from './shapes.js';

export function drawLegend() {
  const sample = (shape, words) => h('span', { class: 'sample' }, shape, words);
  const box = (classes) => s('svg', { viewBox: '0 0 18 12', 'aria-hidden': 'true' }, s('rect', { class: classes, width: 18, height: 12, rx: 2 }));
  const hatched = s('svg', { viewBox: '0 0 18 12', 'aria-hidden': 'true' }, s('defs', {}, hatch('hatch-legend')), s('rect', { width: 18, height: 12, rx: 2, fill: 'url(#hatch-legend)' }));
  const marks = s('svg', { class: 'shape-sample', viewBox: '-12 -12 24 24', 'aria-hidden': 'true' }, mark('WATCH'));
  byId('legend').replaceChildren(
    t('legendScore'),
    h('span', { class: 'steps' }, STEPS.map((from, i) => h('span', { class: `step s${i}` }, h('i'), String(from)))),
    sample(box('region s4 unsure'), t('legendUnsure')),
    sample(hatched, t('legendNone')),
    sample(box('region'), t('legendUnknown')),
    sample(marks, t('legendAlert')),
  );
}
