// @ts-check
/**
 * What every page does by script: the chosen theme, language links that keep the reader's place, the language that was
 * chosen, the section on screen, and what is kept for reading offline. Loaded as a classic script before anything is painted, so that no other theme flashes up; the pages work
 * without it.
 */
const root = document.documentElement;
const themeKey = 'lockstep-theme';
const localeKey = 'lockstep-locale';

// Storage throws where a browser blocks it: then nothing is remembered, and the page follows the system.
/** @param {string} key */
const recall = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** @param {string} key @param {string} value */
const keep = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {}
};

/** @param {string | null} theme */
const show = (theme) => {
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
};

const keepPlace = () => {
  for (const link of document.querySelectorAll('a[data-keep-place]')) {
    // Written anew, the same address would have the browser style and draw the page again.
    if (link instanceof HTMLAnchorElement && link.hash !== location.hash) link.hash = location.hash;
  }
};

const themeChoices = () =>
  [...document.querySelectorAll('input[name="theme"]')].filter(
    (choice) => choice instanceof HTMLInputElement,
  );

/** Some browsers put back what was chosen before a reload, after the page is there. */
const showTheme = () => {
  for (const choice of themeChoices()) choice.checked = choice.value === (root.dataset.theme ?? 'system');
};

const offerThemes = () => {
  showTheme();
  for (const choice of themeChoices()) {
    choice.addEventListener('change', () => {
      show(choice.value);
      keep(themeKey, choice.value);
    });
  }
};

/** Where the style sheet shows lists of pages and of sections anyway, they are open for keyboards and screen readers too. */
const openNavigation = () => {
  for (const folded of document.querySelectorAll('.folded')) {
    const summary = folded.querySelector('summary');
    if (folded instanceof HTMLDetailsElement && summary && getComputedStyle(summary).display === 'none')
      folded.open = true;
  }
};

/** Marks the section on screen among the contents, for browsers whose style sheets cannot. */
const markSection = () => {
  if (CSS.supports('selector(:target-current)')) return;
  const links = [...document.querySelectorAll('.contents a')].filter(
    (link) => link instanceof HTMLAnchorElement,
  );
  const headings = links.flatMap(
    (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [],
  );
  const mark = () => {
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    for (const link of links) {
      if (current && link.hash === `#${current.id}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66%' });
  for (const heading of headings) observer.observe(heading);
};

/** The language and script a tag stands for: `zh-HK` reads as `zh-TW` does. */
const writing = (/** @type {string} */ tag) => {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
};

const markPreferred = () => {
  const wanted = navigator.languages.map(writing);
  const offered = [...document.querySelectorAll('[data-offered-locale]')].map((link) => ({
    link,
    rank: wanted.indexOf(writing(link.getAttribute('data-offered-locale') ?? 'und')),
  }));
  const known = offered.filter(({ rank }) => rank >= 0).toSorted((a, b) => a.rank - b.rank);
  known[0]?.link.setAttribute('data-preferred', '');
};

/**
 * Offers the page in the language that was chosen last, or else in the one that the browser asks for: never forced, and
 * no more once it was declined, which chooses the language of the page.
 */
const offerLanguage = () => {
  const own = root.lang;
  const offers = [...document.querySelectorAll('.language-offer')].filter(
    (offer) => offer instanceof HTMLElement,
  );
  const chosen = recall(localeKey);
  const wanted = chosen === null ? navigator.languages.map(writing) : [writing(chosen)];
  // Where a language is not wanted at all, `rank` is behind all that are.
  const place = (/** @type {string} */ tag) => {
    const at = wanted.indexOf(writing(tag));
    return at < 0 ? wanted.length : at;
  };
  const [best] = offers.toSorted((a, b) => place(a.lang) - place(b.lang));
  if (!best || place(best.lang) >= place(own)) return;
  best.hidden = false;
  best.querySelector('button')?.addEventListener('click', () => {
    keep(localeKey, own);
    best.hidden = true;
    document.getElementById('content')?.focus({ preventScroll: true });
  });
};

/** Readies the offer of a new version that waits, which is loaded by the reader alone, and gives back what shows it. */
const updateOffer = (/** @type {ServiceWorkerRegistration} */ registration) => {
  const workers = navigator.serviceWorker;
  const notice = document.querySelector('[data-update-notice]');
  if (!(notice instanceof HTMLElement)) return () => {};
  const [now, dismiss] = notice.querySelectorAll('button');
  now?.addEventListener('click', () => {
    // In another tab, it may have been loaded already.
    if (!registration.waiting) return location.reload();
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage('take-over', {});
  });
  dismiss?.addEventListener('click', () => {
    notice.hidden = true;
    document.getElementById('content')?.focus({ preventScroll: true });
  });
  new ResizeObserver(() => {
    const height = notice.offsetHeight;
    root.style.setProperty('--notice-height', `${height}px`);
    const inUse = document.querySelector(':is(a, button, input, select, summary, textarea):focus');
    const { top, bottom } = inUse?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    if (top < height && bottom > 0 && !notice.contains(inUse)) scrollBy(0, top - height - 16);
  }).observe(notice);
  return () => {
    // Nothing is new at a first visit.
    if (registration.waiting && workers.controller) notice.hidden = false;
  };
};

/** Has visited pages kept for when the site cannot be reached. */
const workOffline = async (/** @type {string} */ script) => {
  // Browsers refuse it in several ways, as their readers have told them: then all is as it is without.
  try {
    const workers = navigator.serviceWorker;
    const registration = await workers.register(script, { updateViaCache: 'none' });
    const offer = updateOffer(registration);
    const watch = () => registration.installing?.addEventListener('statechange', offer);
    offer();
    watch();
    registration.addEventListener('updatefound', watch);
    // The page before may have been left before there was a worker.
    (await workers.ready).active?.postMessage({ keep: document.referrer });
  } catch {}
};

root.dataset.script = '';
show(recall(themeKey));
// The offers stand above this script, so one is shown before anything is painted, and nothing moves.
offerLanguage();

const { worker } = document.currentScript?.dataset ?? {};
// Whatever the page itself needs comes first.
if (worker) addEventListener('load', () => workOffline(worker));

addEventListener('hashchange', keepPlace);
// The form moves between its stages without a hash change.
for (const type of ['pointerdown', 'click']) addEventListener(type, keepPlace, true);
addEventListener(
  'keydown',
  (/** @type {KeyboardEvent} */ { key }) => {
    // A letter that is typed opens no link, and is not to wait for them. A browser that fills in names no key.
    if (key?.length !== 1) keepPlace();
  },
  true,
);

addEventListener('click', ({ target }) => {
  const link =
    target instanceof Element ? target.closest('a[data-keep-place], a[data-offered-locale]') : null;
  if (link) keep(localeKey, link.getAttribute('lang') ?? link.getAttribute('hreflang') ?? '');
});

addEventListener('pageshow', showTheme);
addEventListener('DOMContentLoaded', () => {
  keepPlace();
  offerThemes();
  openNavigation();
  markPreferred();
  markSection();
});
