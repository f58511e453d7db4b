import { indexQueries, shownText } from '../../domain/guide/search-text.ts';

/** What Pagefind tells of a place that it found, as far as it is used here. */
interface FoundPlace {
  readonly url: string;
  readonly meta: Readonly<Partial<Record<'title' | 'page', string>>>;
  /** Text around what was found, as HTML that has `mark` elements and nothing else. */
  readonly excerpt: string;
}

interface Found {
  readonly results: readonly { readonly data: () => Promise<FoundPlace> }[];
}

/** The part of Pagefind that is used: its own files are written by the build, so their types cannot be imported. */
interface Pagefind {
  readonly options: (options: {
    readonly bundlePath: string;
    readonly excerptLength: number;
  }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (query: string) => Promise<Found>;
}

const mostPlaces = 12;
/** How long somebody who types is waited for, in milliseconds. */
const pause = 150;
const { lang } = document.documentElement;

const root = document.querySelector<HTMLElement>('[data-search]');
if (root) start(root);

/** Makes the field search while somebody types, and keeps what was looked for in the address. */
function start(search: HTMLElement): void {
  const field = search.querySelector<HTMLInputElement>('input');
  const status = search.querySelector<HTMLElement>('[data-search-status]');
  const list = search.querySelector<HTMLElement>('[data-search-results]');
  const all = document.querySelector<HTMLElement>('[data-search-all]');
  if (!field || !status || !list || !all) return;
  let pagefind: Promise<Pagefind> | undefined;
  const tell = (message: string, params: Readonly<Record<string, string>> = {}): void => {
    const words = search.dataset[message] ?? '';
    status.textContent = words.replace(/\{(\w+)\}/gu, (_, name: string) => params[name] ?? '');
  };
  const load = (): Promise<Pagefind> => {
    pagefind ??= loadPagefind().catch((error: unknown) => {
      pagefind = undefined;
      throw error;
    });
    return pagefind;
  };
  const look = async (): Promise<void> => {
    const query = field.value.trim();
    const queries = indexQueries(query, lang);
    history.replaceState(
      history.state,
      '',
      query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`,
    );
    if (queries.length === 0) {
      list.replaceChildren();
      all.hidden = false;
      status.textContent = '';
      return;
    }
    // Something else may be looked for by the time that an answer comes.
    const isCurrent = (): boolean => query === field.value.trim();
    try {
      const engine = await load();
      let found: Found = { results: [] };
      for (const asked of queries) {
        if (!isCurrent()) return;
        found = await engine.search(asked);
        if (found.results.length > 0) break;
      }
      const places = await Promise.all(found.results.slice(0, mostPlaces).map((result) => result.data()));
      if (!isCurrent()) return;
      list.replaceChildren(...places.map(placeItem));
      all.hidden = places.length > 0;
      const count = new Intl.NumberFormat(lang).format(found.results.length);
      tell(places.length === 0 ? 'none' : 'found', { count, query });
    } catch {
      all.hidden = false;
      list.replaceChildren();
      tell('failed');
    }
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), pause);
  };
  field.addEventListener('focus', () => void load().catch(() => {}), { once: true });
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) lookSoon();
  });
  field.addEventListener('compositionend', lookSoon);
  addEventListener('popstate', () => {
    field.value = queryInAddress();
    void look();
  });
  field.value ||= queryInAddress();
  if (field.value !== '') void look();
  search.hidden = false;
}

async function loadPagefind(): Promise<Pagefind> {
  const bundlePath = '/pagefind/';
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${bundlePath}pagefind.js`);
  await pagefind.options({ bundlePath, excerptLength: lang.startsWith('zh') ? 60 : 30 });
  await pagefind.init();
  return pagefind;
}

function queryInAddress(): string {
  return new URLSearchParams(location.search).get('q') ?? '';
}

function placeItem({ url, meta, excerpt }: FoundPlace): HTMLElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  heading.append(link);
  const text = document.createElement('p');
  text.append(...piecesOf(excerpt));
  item.append(heading);
  if (meta.page !== undefined && meta.page !== meta.title) {
    const page = document.createElement('p');
    page.className = 'search-page';
    page.textContent = meta.page;
    item.append(page);
  }
  item.append(text);
  return item;
}

/** The excerpt in nodes of our own: what is in it stays text, whatever it looks like. */
function piecesOf(excerpt: string): (Text | HTMLElement)[] {
  const marked = excerpt.replaceAll('<mark>', '\uE000').replaceAll('</mark>', '\uE001');
  const text = new DOMParser().parseFromString(marked, 'text/html').documentElement.textContent ?? '';
  return shownText(text, lang)
    .replaceAll(/\uE001( ?)\uE000/gu, '$1')
    .split(/(?<=\uE001)|(?=\uE000)/u)
    .map((piece) => {
      const words = piece.replaceAll(/[\uE000\uE001]/gu, '');
      if (words === piece) return new Text(words);
      const mark = document.createElement('mark');
      mark.textContent = words;
      return mark;
    });
}
