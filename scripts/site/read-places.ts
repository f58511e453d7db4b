import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { localeOfSlug, type SiteLocale } from '../../src/domain/locale/locales.ts';

/** A place of a page that can be found and linked to. */
export interface SearchPlace {
  /** `undefined` for the beginning of the page. */
  readonly id: string | undefined;
  /** What it is called: a heading, or the beginning of what it says. */
  readonly title: string;
  /** Whether the title is a heading of its own, and not the beginning of the text. */
  readonly isTitled: boolean;
  /** What stands there up to the next place. */
  readonly text: string;
  /** What is bold there: the labels of the interface. */
  readonly labels: readonly string[];
}

/** A page of guidance with its places, in reading order. */
export interface SearchPage {
  /** Its path on the site. */
  readonly path: string;
  readonly locale: SiteLocale;
  /** What it has in common with its versions in other languages. */
  readonly key: string;
  readonly title: string;
  readonly places: readonly SearchPlace[];
}

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

interface OpenPlace {
  readonly id: string | undefined;
  title: string;
  readonly isTitled: boolean;
  text: string;
  readonly labels: string[];
}

/** How much of a step or sentence stands for it in a list. */
const titleLength = 90;

/**
 * The places of a built page.
 * @param file its path in the built site, such as `sv-se/roles/index.html`
 * @returns `undefined` if it is no page of guidance, or search engines are not to list it
 */
export function readPlaces(file: string, html: string): SearchPage | undefined {
  const path = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
  const [, slug = '', ...rest] = path.split('/');
  const locale = localeOfSlug(slug);
  const elements = elementsIn(parse(html));
  const article = elements.find(({ tagName }) => tagName === 'article');
  const canonical = elements.find((element) => attributeOf(element, 'rel') === 'canonical');
  const address = canonical && attributeOf(canonical, 'href');
  // A page that stands in for a missing translation is found where it is written.
  const isStandIn = address !== undefined && new URL(address, 'https://any').pathname !== path;
  const isHidden = isStandIn || elements.some((element) => attributeOf(element, 'name') === 'robots');
  if (locale === undefined || article === undefined || isHidden) return undefined;
  const heading = elementsIn(article).find(({ tagName }) => tagName === 'h1');
  const title = heading === undefined ? '' : folded(textIn(heading));
  const first: OpenPlace = { id: undefined, title, isTitled: true, text: '', labels: [] };
  const places = [first];
  collect(article, first, places);
  return { path, key: rest.join('/'), locale, title, places: places.map(finish) };
}

/**
 * Adds what stands in a node to the place that is open, or opens another. A heading's place lasts until the next
 * heading; that of a step, sentence or row ends with it.
 * @returns the place that is open behind the node
 */
function collect(node: Node, open: OpenPlace, places: OpenPlace[]): OpenPlace {
  if (node.nodeName === '#text') {
    open.text += (node as DefaultTreeAdapterTypes.TextNode).value;
    return open;
  }
  if (!('childNodes' in node) || (isElement(node) && isNoGuidance(node))) return open;
  const id = isElement(node) ? attributeOf(node, 'id') : undefined;
  if (isElement(node) && id !== undefined && /^h[2-6]$/.test(node.tagName)) {
    const section = { id, title: folded(textIn(node)), isTitled: true, text: '', labels: [] };
    places.push(section);
    return section;
  }
  const isOwnPlace = isElement(node) && id !== undefined && /^(?:li|span|p|tr|td|th|dt)$/.test(node.tagName);
  const own: OpenPlace = isOwnPlace ? { id, title: '', isTitled: false, text: '', labels: [] } : open;
  if (isOwnPlace) places.push(own);
  let inside = own;
  for (const child of node.childNodes) inside = collect(child, inside, places);
  if (isElement(node) && node.tagName === 'strong') own.labels.push(folded(textIn(node)));
  if (isElement(node) && ends.has(node.tagName)) inside.text += ' ';
  return isOwnPlace ? open : inside;
}

/** Behind these, text begins anew. */
const ends = new Set(['p', 'li', 'td', 'th', 'tr', 'dt', 'dd', 'h1', 'div', 'br', 'aside', 'pre', 'time']);

function finish(place: OpenPlace): SearchPlace {
  const text = folded(place.text);
  if (place.isTitled) return { ...place, text };
  const isWhole = text.length <= titleLength;
  const cut = text.slice(0, titleLength).replace(/\s+\S*$/u, '');
  return { ...place, text, title: isWhole ? text : `${cut}…` };
}

function isNoGuidance(element: Element): boolean {
  const classes = (attributeOf(element, 'class') ?? '').split(' ');
  return (
    ['astro-island', 'nav', 'noscript', 'script', 'h1'].includes(element.tagName) ||
    attributeOf(element, 'data-search-ignore') !== undefined ||
    ['step-link', 'page-meta', 'callout-title'].some((name) => classes.includes(name))
  );
}

function elementsIn(node: Node): Element[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
  return isElement(node) ? [node, ...inside] : inside;
}

function textIn(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

function folded(text: string): string {
  // Soft hyphens are no part of a word.
  return text.replaceAll('\u00ad', '').replaceAll(/\s+/gu, ' ').trim();
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}
