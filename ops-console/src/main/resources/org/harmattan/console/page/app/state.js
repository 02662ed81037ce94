// What the page knows, and who wants to hear when it changes. One audience at a time: a change of key empties it.
export const state = {
  regions: new Map(), // code -> region of the catalogue
  scores: new Map(), // code -> newest score
  alerts: new Map(), // alert id -> newest event
  pulses: new Map(), // theatre -> { at, seenAt, ageSeconds, failedEntries }
  feed: [], // newest first: { at, text parts }
  audience: null,
  tlp: null,
  link: 'connecting', // connecting, live, lost
  stale: false,
  loaded: false,
  chosen: null, // code of the region in the panel
};

const listeners = new Map();
const due = new Set();

export function on(topic, listener) {
  if (!listeners.has(topic)) {
    listeners.set(topic, []);
  }
  listeners.get(topic).push(listener);
}

// Many changes in one frame are told once: an import brings thousands.
export function changed(...topics) {
  if (due.size === 0) {
    requestFrame(() => {
      const now = [...due];
      due.clear();
      now.forEach((topic) => (listeners.get(topic) ?? []).forEach((listener) => listener()));
    });
  }
  topics.forEach((topic) => due.add(topic));
}

// A hidden tab draws no frames, and must still count its alerts.
function requestFrame(task) {
  if (document.hidden) {
    setTimeout(task, 50);
  } else {
    requestAnimationFrame(task);
  }
}

const newer = (a, b) => !b || a.seq > b.seq || (a.seq === b.seq && a.ordinal >= b.ordinal);

// Returns the score that it replaces, or undefined when it was not newer.
export function takeScore(score) {
  const before = state.scores.get(score.region);
  if (!newer(score.cause, before?.cause)) {
    return undefined;
  }
  state.scores.set(score.region, score);
  changed('scores');
  return before ?? null;
}

export function takeAlert(alert) {
  const before = state.alerts.get(alert.alertId);
  if (before && before.version > alert.version) {
    return undefined;
  }
  state.alerts.set(alert.alertId, alert);
  changed('alerts');
  return before ?? null;
}

export function takePulse(pulse) {
  const before = state.pulses.get(pulse.theatre);
  if (!before || pulse.at >= before.at) {
    state.pulses.set(pulse.theatre, { ...pulse, seenAt: performance.now() });
  }
  changed('pulse', ...(before ? [] : ['scores']));
}

// The assessment says nothing of a country without any report; where it is alive, its silence means just that.
export function uncovered(score) {
  return score ? score.coverage === 'NO_COVERAGE' : state.pulses.size > 0;
}

export function openAlerts() {
  const rank = { EMERGENCY: 0, WARNING: 1, WATCH: 2, ADVISORY: 3 };
  return [...state.alerts.values()]
    .filter((alert) => alert.state === 'OPEN')
    .sort((a, b) => (rank[a.level] ?? 4) - (rank[b.level] ?? 4) || (a.at < b.at ? 1 : -1));
}

export function alertOfRegion(code) {
  return openAlerts().find((alert) => alert.region === code);
}

export function empty() {
  state.scores.clear();
  state.alerts.clear();
  state.pulses.clear();
  state.feed.length = 0;
  state.loaded = false;
  changed('scores', 'alerts', 'pulse', 'feed');
}
