// The map: every region a path that can be clicked, hovered and walked to with the arrow keys.
import { byId, s } from './dom.js';
import { place, scoreWords } from './format.js';
import { lang, t } from './i18n.js';
import { hatch, look, mark } from './shapes.js';
import { alertOfRegion, openAlerts, state } from './state.js';

const d3 = window.d3;
const WIDTH = 1000;
const MARGIN = 12;

const mercator = (latitude) => (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;

export class RegionMap {
  #svg = byId('map');
  #hover = byId('hover');
  #choose;
  #paths = new Map();
  #centres = new Map(); // code -> [x, y]
  #outlines = s('g');
  #marks = s('g');
  #labels = s('g', { 'aria-hidden': 'true' });
  #countries = [];
  #zoom;
  #scale = 1;
  #walker = null; // the one region that Tab reaches

  constructor(choose) {
    this.#choose = choose;
  }

  draw(boundaries) {
    const project = this.#projection(boundaries);
    const transform = d3.geoTransform({
      point(longitude, latitude) {
        this.stream.point(...project([longitude, latitude]));
      },
    });
    const path = d3.geoPath(transform).digits(1);
    const land = s('g', { class: 'land' });
    for (const feature of boundaries.features) {
      const code = feature.properties.code;
      const element = s('path', { class: 'region', d: path(feature), 'data-region': code, tabindex: -1, role: 'button' });
      this.#paths.set(code, element);
      land.append(element);
    }
    for (const region of state.regions.values()) {
      this.#centres.set(region.code, project([region.longitude, region.latitude]));
    }
    this.#countries = boundaries.countries.map((country) => ({ ...country, point: project(country.at) }));
    const borders = s('path', { class: 'borders', d: path({ type: 'Feature', geometry: boundaries.countryBorders }) });
    const view = s('g', {}, land, borders, this.#outlines, this.#labels, this.#marks);
    this.#svg.replaceChildren(s('defs', {}, hatch('hatch')), view);
    this.#makeZoomable(view);
    this.#listen(land);
    this.#walkTo(this.#paths.has('ML-5') ? 'ML-5' : this.#paths.keys().next().value, false);
    byId('map-state').hidden = true;
    this.update();
  }

  #projection(boundaries) {
    let [west, east, south, north] = [180, -180, 90, -90];
    boundaries.countryBorders.coordinates.flat().forEach(([x, y]) => {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    });
    const scale = (WIDTH - 2 * MARGIN) / (east - west);
    const top = mercator(north);
    const height = (top - mercator(south)) * scale + 2 * MARGIN;
    this.#svg.setAttribute('viewBox', `0 0 ${WIDTH} ${Math.round(height)}`);
    this.extent = [[0, 0], [WIDTH, height]];
    return ([longitude, latitude]) => [MARGIN + (longitude - west) * scale, MARGIN + (top - mercator(latitude)) * scale];
  }

  #makeZoomable(view) {
    this.#zoom = d3
      .zoom()
      .scaleExtent([1, 14])
      .translateExtent(this.extent)
      .extent(this.extent)
      .on('zoom', ({ transform }) => {
        view.setAttribute('transform', transform.toString());
        if (transform.k !== this.#scale) {
          this.#scale = transform.k;
          this.#placeLabels();
          this.#placeMarks();
        }
      });
    const svg = d3.select(this.#svg).call(this.#zoom).on('dblclick.zoom', null);
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
    // the buttons zoom about the chosen region, if one is chosen
    const by = (factor) =>
      (calm.matches ? svg : svg.transition().duration(200)).call(
        this.#zoom.scaleBy,
        factor,
        state.chosen ? d3.zoomTransform(this.#svg).apply(this.#centres.get(state.chosen)) : undefined,
      );
    byId('zoom-in').addEventListener('click', () => by(1.8));
    byId('zoom-out').addEventListener('click', () => by(1 / 1.8));
    byId('zoom-all').addEventListener('click', () => (calm.matches ? svg : svg.transition().duration(200)).call(this.#zoom.transform, d3.zoomIdentity));
    new ResizeObserver(() => {
      this.#placeLabels();
      this.#placeMarks();
    }).observe(this.#svg);
  }

  #listen(land) {
    land.addEventListener('click', (event) => {
      const code = event.target.dataset.region;
      if (code) {
        this.#walkTo(code, false);
        this.#choose(code);
      }
    });
    land.addEventListener('keydown', (event) => {
      const code = event.target.dataset.region;
      const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
      if (way) {
        event.preventDefault();
        this.#walkTo(this.#next(code, way), true);
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.#choose(code);
      }
    });
    land.addEventListener('focusin', (event) => this.#showHover(event.target.dataset.region));
    land.addEventListener('focusout', () => this.#hideHover());
    land.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse') this.#showHover(event.target.dataset.region, event);
    });
    land.addEventListener('pointerleave', () => this.#hideHover());
  }

  // The nearest region in that direction: what is off to the side counts double.
  #next(code, [dx, dy]) {
    const [x, y] = this.#centres.get(code);
    let best = code;
    let least = Infinity;
    for (const [other, [ox, oy]] of this.#centres) {
      const along = (ox - x) * dx + (oy - y) * dy;
      const aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
      if (other !== code && along > 0 && along + 2 * aside < least) {
        least = along + 2 * aside;
        best = other;
      }
    }
    return best;
  }

  #walkTo(code, focus) {
    this.#walker?.setAttribute('tabindex', -1);
    this.#walker = this.#paths.get(code);
    this.#walker.setAttribute('tabindex', 0);
    if (focus) {
      this.#reveal(code);
      this.#walker.focus({ preventScroll: true });
    }
  }

  // When zoomed in, a region that is walked to or chosen elsewhere comes into view.
  #reveal(code) {
    const [x, y] = this.#centres.get(code);
    const [left, top] = d3.zoomTransform(this.#svg).apply([x, y]);
    const [width, height] = this.extent[1];
    if (left < 0 || top < 0 || left > width || top > height) {
      d3.select(this.#svg).call(this.#zoom.translateTo, x, y);
    }
  }

  choose(code) {
    if (code && this.#paths.has(code)) {
      this.#walkTo(code, false);
      this.#reveal(code);
    }
    this.update();
  }

  focusOn(code) {
    if (this.#paths.has(code)) this.#walkTo(code, true);
  }

  #showHover(code, event) {
    if (!code) return;
    const frame = this.#hover.parentElement.getBoundingClientRect();
    const box = this.#paths.get(code).getBoundingClientRect();
    const x = event ? event.clientX : box.left + box.width / 2;
    const y = event ? event.clientY : box.top + box.height / 2;
    const alert = alertOfRegion(code);
    const bold = document.createElement('b');
    bold.textContent = place(code);
    this.#hover.replaceChildren(bold, `${t('score')} ${scoreWords(state.scores.get(code))}`, alert ? ` · ${t('level')[alert.level]}` : '');
    this.#hover.hidden = false;
    const left = Math.min(x - frame.left + 14, frame.width - this.#hover.offsetWidth - 8);
    const top = Math.min(y - frame.top + 14, frame.height - this.#hover.offsetHeight - 8);
    this.#hover.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, top)}px)`;
  }

  #hideHover() {
    this.#hover.hidden = true;
  }

  update() {
    if (this.#paths.size === 0) return;
    for (const [code, element] of this.#paths) {
      const score = state.scores.get(code);
      const { classes, fill } = look(score);
      element.setAttribute('class', ['region', ...classes, ...(state.chosen === code ? ['chosen'] : [])].join(' '));
      element.style.fill = fill ?? '';
      element.setAttribute('aria-label', this.#label(code, score));
    }
    this.#outlines.replaceChildren(
      ...openAlerts()
        .reverse()
        .filter((alert) => this.#paths.has(alert.region))
        .map((alert) => s('path', { class: `alerted ${alert.level}`, d: this.#paths.get(alert.region).getAttribute('d') })),
    );
    this.#placeMarks();
    this.#placeLabels();
  }

  #label(code, score) {
    const alert = alertOfRegion(code);
    return `${place(code)}: ${scoreWords(score)}${alert ? `, ${t('level')[alert.level]}` : ''}`;
  }

  // Marks and names keep their size on the screen at any zoom and on any screen.
  #unit() {
    const width = this.#svg.clientWidth;
    const height = this.#svg.clientHeight;
    const fit = Math.min(width / WIDTH, height / this.extent[1][1]) || 1;
    return 1 / (fit * this.#scale);
  }

  #placeMarks() {
    const unit = this.#unit();
    const seen = new Set();
    this.#marks.replaceChildren(
      ...openAlerts()
        .filter((alert) => this.#centres.has(alert.region) && !seen.has(alert.region) && seen.add(alert.region))
        .reverse()
        .map((alert) => {
          const [x, y] = this.#centres.get(alert.region);
          const g = mark(alert.level);
          g.setAttribute('transform', `translate(${x},${y}) scale(${unit})`);
          g.dataset.alertRegion = alert.region;
          return g;
        }),
    );
  }

  // A name that would lie on another is left out until there is room; larger countries first.
  #placeLabels() {
    const unit = this.#unit();
    const taken = openAlerts().map((alert) => this.#centres.get(alert.region)).filter(Boolean)
      .map(([x, y]) => [x - 10 * unit, y - 10 * unit, x + 10 * unit, y + 10 * unit]);
    const labels = [];
    for (const country of this.#countries) {
      const name = lang() === 'fr' ? country.nameFr : country.name;
      const [x, y] = country.point;
      const half = name.length * 3 * unit;
      const box = [x - half, y - 7 * unit, x + half, y + 7 * unit];
      const inside = box[0] >= 0 && box[2] <= WIDTH;
      if (inside && taken.every((other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3])) {
        taken.push(box);
        labels.push(s('text', { class: 'country-label', transform: `translate(${x},${y}) scale(${unit})`, dy: '0.35em' }, name));
      }
    }
    this.#labels.replaceChildren(...labels);
  }
}
