// @ts-check
/**
 * What every page does by script: the chosen theme, and language links that keep the reader's place. Loaded as a
 * classic script before anything is painted, so that no other theme flashes up; the pages work without it.
 */
(() => {
  const root = document.documentElement;
  const key = 'lockstep-theme';
  root.dataset.script = '';

  /** @param {string | null} theme */
  const show = (theme) => {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  // Reading storage throws where a browser blocks it; the page then follows the system.
  try {
    show(localStorage.getItem(key));
  } catch {}

  const keepPlace = () => {
    for (const link of document.querySelectorAll('a[data-keep-place]')) {
      if (link instanceof HTMLAnchorElement) link.hash = location.hash;
    }
  };
  addEventListener('hashchange', keepPlace);
  // The form moves between its stages without a hash change.
  for (const type of ['pointerdown', 'keydown', 'click']) addEventListener(type, keepPlace, true);

  addEventListener('DOMContentLoaded', () => {
    keepPlace();
    for (const choice of document.querySelectorAll('input[name="theme"]')) {
      if (!(choice instanceof HTMLInputElement)) continue;
      choice.checked = choice.value === (root.dataset.theme ?? 'system');
      choice.addEventListener('change', () => {
        show(choice.value);
        try {
          localStorage.setItem(key, choice.value);
        } catch {}
      });
    }
    const offered = [...document.querySelectorAll('[data-offered-locale]')];
    const tagOf = (/** @type {Element} */ link) => link.getAttribute('data-offered-locale') ?? '';
    for (const wanted of navigator.languages) {
      const tag = new Intl.Locale(wanted).maximize();
      const match = offered.find((link) => {
        const locale = new Intl.Locale(tagOf(link)).maximize();
        return locale.language === tag.language && locale.script === tag.script;
      });
      if (!match) continue;
      match.setAttribute('data-preferred', '');
      break;
    }
  });
})();
