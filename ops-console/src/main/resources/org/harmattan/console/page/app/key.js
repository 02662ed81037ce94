// Asks for a key, tries it before it is used, and keeps it for this tab only.
import { Problem, get, key } from './api.js';
import { byId } from './dom.js';
import { t } from './i18n.js';

let changedKey = () => {};

export function startKey(onChange) {
  changedKey = onChange;
  byId('key-button').addEventListener('click', () => askForKey());
  byId('key-cancel').addEventListener('click', () => byId('key-dialog').close());
  byId('key-forget').addEventListener('click', () => {
    key.forget();
    byId('key-dialog').close();
    drawKey();
    changedKey();
  });
  byId('key-form').addEventListener('submit', (event) => {
    event.preventDefault();
    use(byId('key-input').value.trim());
  });
}

export function drawKey() {
  byId('key-button').textContent = t(key.get() ? 'keyHeld' : 'keyEnter');
}

export function askForKey(why) {
  say(why ?? null);
  byId('key-input').value = '';
  byId('key-forget').hidden = !key.get();
  if (!byId('key-dialog').open) byId('key-dialog').showModal();
  byId('key-input').focus();
}

async function use(value) {
  if (!value) {
    say(t('keyMissing'));
    return;
  }
  try {
    await get('/api/v1/alerts?state=open&limit=1', { key: value });
  } catch (error) {
    say(error instanceof Problem && error.status === 401 ? t('keyWrong') : error.message);
    return;
  }
  key.set(value);
  byId('key-dialog').close();
  drawKey();
  changedKey();
}

function say(words) {
  byId('key-error').hidden = !words;
  byId('key-error').textContent = words ?? '';
}
