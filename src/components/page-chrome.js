// @ts-check
/**
 * What every page does by script: the chosen theme, language links that keep the reader's place, and the section on
 * screen. Loaded as a classic script before anything is painted, so that no other theme flashes up; the pages work
 * without it.
 */
const root = document.documentElement;
const key = 'lockstep-theme';

/** @param {string | null} theme */
const show = (theme) => {
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
};

const keepPlace = () => {
  for (const link of document.querySelectorAll('a[data-keep-place]')) {
    if (link instanceof HTMLAnchorElement) link.hash = location.hash;
  }
};

const offerThemes = () => {
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

root.dataset.script = '';
// Reading storage throws where a browser blocks it; the page then follows the system.
try {
  show(localStorage.getItem(key));
} catch {}

addEventListener('hashchange', keepPlace);
// The form moves between its stages without a hash change.
for (const type of ['pointerdown', 'keydown', 'click']) addEventListener(type, keepPlace, true);

addEventListener('DOMContentLoaded', () => {
  keepPlace();
  offerThemes();
  markPreferred();
  markSection();
});
