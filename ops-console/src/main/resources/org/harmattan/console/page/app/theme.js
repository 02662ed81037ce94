import { byId } from './dom.js';
import { t } from './i18n.js';

const STORED = 'harmattan.theme';
const ORDER = ['auto', 'light', 'dark'];
const SIGNS = { auto: '◐', light: '○', dark: '●' };
const NAMES = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' };

export function startTheme() {
  document.documentElement.dataset.theme = localStorage.getItem(STORED) ?? 'auto';
  byId('theme').addEventListener('click', () => {
    const next = ORDER[(ORDER.indexOf(document.documentElement.dataset.theme) + 1) % ORDER.length];
    document.documentElement.dataset.theme = next;
    localStorage.setItem(STORED, next);
    drawTheme();
  });
}

export function drawTheme() {
  const theme = document.documentElement.dataset.theme;
  byId('theme').textContent = `${SIGNS[theme] ?? SIGNS.auto} ${t(NAMES[theme] ?? NAMES.auto)}`;
  byId('theme').title = t('theme');
}
