// Puts the page together: words, map, board, lists, panel, and the stream that keeps them true.
import { Problem, get, key } from './api.js';
import { drawBoard, forgetPresses, startBoard } from './board.js';
import { byId } from './dom.js';
import { drawFeed, feedAlert, feedScore } from './feed.js';
import { applyWords, lang, onLanguage, speak, t } from './i18n.js';
import { askForKey, drawKey, startKey } from './key.js';
import { drawLegend } from './legend.js';
import { RegionMap } from './map.js';
import { closePanel, drawPanel, openPanel, startPanel } from './panel.js';
import { drawRegions, startRegions } from './regions.js';
import { changed, empty, on, state, takeAlert, takePulse, takeScore } from './state.js';
import { drawStatus, setFailure, startStatus } from './status.js';
import { Stream } from './stream.js';
import { drawTheme, startTheme } from './theme.js';

const map = new RegionMap(openPanel);
let generation = null;
let panelTimer = null;
let heardWhileLoading = new Set();

const stream = new Stream({
  connecting() {
    if (state.link !== 'lost') state.link = 'connecting';
    drawStatus();
  },
  lost() {
    state.link = 'lost';
    drawStatus();
  },
  refused() {
    key.forget();
    drawKey();
    askForKey(t('keyWrong'));
    restart();
  },
  event(name, data) {
    ({ hello, score: hearScore, alert: hearAlert, pulse: takePulse })[name]?.(data);
  },
});

function hello(data) {
  state.link = 'live';
  state.audience = data.audience;
  state.tlp = data.tlp;
  data.pulses.forEach(takePulse);
  if (!data.resumed || data.generation !== generation || !state.loaded) {
    generation = data.generation;
    load();
  }
  drawStatus();
}

function hearScore(score) {
  const before = takeScore(score);
  if (before === undefined) return;
  if (state.loaded) feedScore(before, score);
  if (score.region === state.chosen) refreshPanel();
}

function hearAlert(alert) {
  heardWhileLoading.add(alert.alertId);
  const before = takeAlert(alert);
  if (before === undefined) return;
  const raised = alert.state === 'OPEN' && (!before || before.level !== alert.level);
  if (state.loaded && (!before || before.version < alert.version)) feedAlert(alert);
  if (raised) byId('announce').textContent = `${t('newAlert')}: ${alert[lang()].headline}`;
  if (alert.region === state.chosen) refreshPanel();
}

// The panel's sentences are made by the server: ask again, but not for each of many changes.
function refreshPanel() {
  clearTimeout(panelTimer);
  panelTimer = setTimeout(() => state.chosen && openPanel(state.chosen), 400);
}

async function load() {
  heardWhileLoading = new Set();
  try {
    const [scores, alerts] = await Promise.all([get('/api/v1/scores'), get('/api/v1/alerts?state=open')]);
    if (scores.audience !== state.audience || alerts.audience !== state.audience) return; // the key changed meanwhile
    const standing = new Set(alerts.alerts.map((alert) => alert.alertId));
    const gone = [...state.alerts.keys()].filter((id) => !standing.has(id) && !heardWhileLoading.has(id));
    gone.forEach((id) => state.alerts.delete(id));
    scores.scores.forEach(takeScore);
    scores.pulses.forEach(takePulse);
    alerts.alerts.forEach(takeAlert);
    state.loaded = true;
    setFailure(false);
    changed('scores', 'alerts', 'feed');
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return; // the stream asks for the key
    setFailure(true);
  }
}

async function loadMap() {
  try {
    const [regions, boundaries] = await Promise.all([get('/api/v1/regions'), get('/api/v1/boundaries')]);
    regions.regions.forEach((region) => state.regions.set(region.code, region));
    map.draw(boundaries);
    changed('regions', 'scores', 'alerts');
  } catch (error) {
    byId('map-state').textContent = `${t('mapFailed')} ${error.message}`;
    byId('map-state').removeAttribute('data-t');
    setFailure(true);
  }
}

function restart() {
  generation = null;
  empty();
  forgetPresses();
  if (state.chosen) closePanel();
  stream.start();
}

function drawAll() {
  drawLegend();
  drawTheme();
  drawKey();
  drawBoard();
  drawRegions();
  drawFeed();
  drawPanel();
  drawStatus();
  map.update();
}

on('scores', () => {
  map.update();
  drawBoard();
  drawRegions();
});
on('alerts', () => {
  drawBoard();
  drawRegions();
  map.update();
  drawPanelAlerts();
});
on('regions', drawAll);
on('feed', drawFeed);
on('pulse', drawStatus);
on('chosen', () => map.choose(state.chosen));

function back(code, toMap) {
  const listed = document.querySelector(`#alerts [data-region="${code}"] [data-role="place"], [data-region-row="${code}"]`);
  if (toMap || !listed) map.focusOn(code);
  else listed.focus();
}

function drawPanelAlerts() {
  if (state.chosen) drawPanel();
}

startTheme();
applyWords();
startBoard({ askForKey, choose: openPanel });
startRegions(openPanel);
startPanel({ back, choose: openPanel });
startKey(restart);
startStatus(() => {
  if (state.regions.size === 0) loadMap();
  if (state.link === 'lost') stream.retryNow();
  else load();
});
document.querySelectorAll('[data-language]').forEach((button) => button.addEventListener('click', () => speak(button.dataset.language)));
onLanguage(drawAll);
window.addEventListener('online', () => stream.retryNow());
drawAll();
loadMap();
stream.start();
