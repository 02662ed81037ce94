// The curve of a region's score: its own scale from 0, the end named, the rest is shape.
import { s } from './dom.js';
import { tenths } from './format.js';
import { lang } from './i18n.js';

const WIDTH = 400;
const HEIGHT = 96;
const PAD = { left: 4, right: 44, top: 12, bottom: 18 };

export function spark(points) {
  const from = Date.parse(points[0].asOf);
  const to = Date.parse(points[points.length - 1].asOf);
  const top = Math.max(200, ...points.map((point) => point.escalationTenths));
  const x = (instant) => PAD.left + ((Date.parse(instant) - from) / Math.max(1, to - from)) * (WIDTH - PAD.left - PAD.right);
  const y = (value) => HEIGHT - PAD.bottom - (value / top) * (HEIGHT - PAD.top - PAD.bottom);
  const line = points.map((point, i) => `${i ? 'L' : 'M'}${x(point.asOf).toFixed(1)},${y(point.escalationTenths).toFixed(1)}`).join('');
  const last = points[points.length - 1];
  const date = (instant) => new Date(instant).toLocaleDateString(lang(), { day: 'numeric', month: 'short' });
  return s(
    'svg',
    { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${date(points[0].asOf)} – ${date(last.asOf)}: ${tenths(points[0].escalationTenths)} → ${tenths(last.escalationTenths)}` },
    s('line', { class: 'guide', x1: PAD.left, x2: WIDTH - PAD.right, y1: y(top), y2: y(top) }),
    s('line', { class: 'axis', x1: PAD.left, x2: WIDTH - PAD.right, y1: y(0), y2: y(0) }),
    ...(y(last.escalationTenths) - y(top) > 14 ? [s('text', { x: WIDTH - PAD.right + 6, y: y(top) + 4 }, tenths(top))] : []),
    s('path', { class: 'curve', d: line }),
    s('circle', { class: 'end', cx: x(last.asOf), cy: y(last.escalationTenths), r: 3 }),
    s('text', { class: 'end-text', x: x(last.asOf) + 6, y: y(last.escalationTenths) + 4 }, tenths(last.escalationTenths)),
    s('text', { x: PAD.left, y: HEIGHT - 4 }, date(points[0].asOf)),
    s('text', { x: WIDTH - PAD.right, y: HEIGHT - 4, 'text-anchor': 'end' }, date(last.asOf)),
  );
}
