import { indexLines } from '../../../../src/domain/document/line-index.ts';
import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { PageDocument, Span } from '../../../../src/domain/document/page-document.ts';
import { emptyTraits } from '../../../../src/domain/document/read-inline.ts';
import { wordedNames } from '../fields/field-names.ts';
import { leafFields } from '../fields/leaf-fields.ts';

/** Texts of the front matter that readers meet, by the path of their field. */
export function fieldTexts(document: PageDocument): ReadonlyMap<string, OwnText> {
  const known = fieldsBefore.get(document) ?? readFieldTexts(document);
  fieldsBefore.set(document, known);
  return known;
}

/** A source is asked once for each translation. */
const fieldsBefore = new WeakMap<PageDocument, ReadonlyMap<string, OwnText>>();

function readFieldTexts(document: PageDocument): ReadonlyMap<string, OwnText> {
  const texts = new Map<string, OwnText>();
  for (const { path, name, value, span } of leafFields(document).values()) {
    const isWorded = wordedNames.has(name.toLowerCase()) || topNames.has(path.toLowerCase());
    if (isWorded && typeof value === 'string') texts.set(path, sideText(value, span, document));
  }
  return texts;
}

/** What readers meet of the fields at the top, beside `wordedNames`. */
const topNames: ReadonlySet<string> = new Set([
  'excerpt',
  'intro',
  'linktitle',
  'shorttitle',
  'sidebar_label',
  'subtitle',
  'summary',
]);

/** Descriptions of the images inside a running text, in order; an image that stands alone has its own as text. */
export function altTexts(text: OwnText, document: PageDocument): readonly OwnText[] {
  const { images } = text.traits;
  if (images.length === 0 || text.node.kind === 'image' || text.node.kind === 'component') return [];
  const known = altsBefore.get(text) ?? readAltTexts(text, document);
  altsBefore.set(text, known);
  return known;
}

const altsBefore = new WeakMap<OwnText, readonly OwnText[]>();

function readAltTexts({ traits }: OwnText, document: PageDocument): readonly OwnText[] {
  return traits.images.map(({ alt, span }) => {
    const at = alt === '' ? -1 : document.text.slice(span.start.offset, span.end.offset).indexOf(alt);
    const from = span.start.offset + at;
    const place = at === -1 ? span : indexLines(document.text).spanOf(from, from + alt.length);
    return sideText(alt, place, document);
  });
}

function sideText(text: string, span: Span, { root }: PageDocument): OwnText {
  const traits = { ...emptyTraits(), runs: [{ text, at: 0, span, markup: [] }] };
  return { text, traits, span, node: root };
}
