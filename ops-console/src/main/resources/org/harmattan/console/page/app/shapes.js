// Levels differ by shape and number, never by colour alone. The same steps of colour in map, list and legend.
import { s } from './dom.js';
import { uncovered } from './state.js';

export const RANK = { ADVISORY: 1, WATCH: 2, WARNING: 3, EMERGENCY: 4 };

const PATHS = {
  ADVISORY: 'M-8,0a8,8 0 1,0 16,0a8,8 0 1,0 -16,0Z',
  WATCH: 'M0,-10L10,0L0,10L-10,0Z',
  WARNING: 'M0,-10L10.5,8.5L-10.5,8.5Z',
  EMERGENCY: 'M-4.2,-10L4.2,-10L10,-4.2L10,4.2L4.2,10L-4.2,10L-10,4.2L-10,-4.2Z',
};

export function mark(level) {
  const low = level === 'WARNING' ? 5.5 : 3.2;
  return s(
    'g',
    { class: 'mark', 'data-level': level },
    s('path', { class: 'shape', d: PATHS[level] ?? PATHS.ADVISORY }),
    s('text', { class: 'shape-letter', y: low }, String(RANK[level] ?? '')),
  );
}

export function levelIcon(level) {
  return s('svg', { viewBox: '-12 -12 24 24', 'aria-hidden': 'true' }, mark(level));
}

// Lower ends of the eight steps, in points; 20, 30, 40 and 55 are the thresholds of the rule that Harmattan begins with.
export const STEPS = [0, 2, 5, 10, 20, 30, 40, 55];

export function step(escalationTenths) {
  let found = 0;
  STEPS.forEach((from, i) => {
    if (escalationTenths >= from * 10) found = i;
  });
  return found;
}

// The classes and fill of a region's area.
export function look(score) {
  if (!score?.figures) {
    return uncovered(score)
      ? { classes: ['no-coverage'], fill: 'url(#hatch)' }
      : { classes: ['unassessed'], fill: null };
  }
  const classes = [`s${step(score.figures.escalationTenths)}`];
  if (score.coverage === 'WARMING_UP') classes.push('unsure');
  return { classes, fill: null };
}

export function hatch(id) {
  return s(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    s('rect', { class: 'hatch-ground', width: 6, height: 6 }),
    s('line', { class: 'hatch-line', x1: 0, y1: 0, x2: 0, y2: 6 }),
  );
}

export function swatch(score) {
  const { classes, fill } = look(score);
  const svg = s('svg', { class: 'swatch', viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  const rect = s('rect', { class: `region ${classes.join(' ')}`, x: 1, y: 1, width: 14, height: 14, rx: 3 });
  if (fill) rect.style.fill = fill;
  svg.append(rect);
  return svg;
}
