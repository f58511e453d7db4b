import type { Block, PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import type { DriftAspect, DriftDetail } from './drift.ts';
import { foldCode, foldText } from './fold-text.ts';
import { componentOf, htmlOf, type Piece } from './read-pieces.ts';
import { isSameTarget } from './same-target.ts';

/** The two texts of a page, and what tells where its links lead. */
export interface ComparedTexts {
  readonly before: PageDocument;
  readonly after: PageDocument;
  /** What the page and its translations have in common, such as `guides/install`. */
  readonly key: string;
}

/** In what two pieces that are one differ for a reader, the words themselves left to others. */
export interface PieceDifference {
  readonly aspects: readonly DriftAspect[];
  readonly details: readonly DriftDetail[];
}

/** Compares two pieces that are one, whatever way they are written. */
export function comparePieces(old: Piece, now: Piece, texts: ComparedTexts): PieceDifference {
  const aspects: DriftAspect[] = [];
  const details: DriftDetail[] = [];
  const say = (aspect: DriftAspect, before: string | null, after: string | null): void => {
    if (!aspects.includes(aspect)) aspects.push(aspect);
    details.push({ aspect, before, after });
  };
  const sayValue = (aspect: DriftAspect, before: string | undefined, after: string | undefined): void => {
    if ((before ?? '') !== (after ?? '')) say(aspect, before || null, after || null);
  };

  const fold = old.kind === 'code' && now.kind === 'code' ? foldCode : foldText;
  const isSameText = fold(old.text) === fold(now.text);
  if (!isSameText) aspects.push('text');
  sayValue('kind', old.kind, now.kind);
  sayValue('level', levelOf(old), levelOf(now));
  const one = blockOf(old);
  const other = blockOf(now);
  if (one !== undefined && other !== undefined && one.kind === other.kind) {
    sayValue('callout', one.callout, other.callout);
    sayValue('language', infoOf(one, texts.before), infoOf(other, texts.after));
    sayValue('checked', checkOf(one, texts.before), checkOf(other, texts.after));
    sayValue('footnote', one.footnote, other.footnote);
    if (one.kind === 'html' && isSameText && htmlOf(one, texts.before) !== htmlOf(other, texts.after)) {
      say('markup', htmlOf(one, texts.before), htmlOf(other, texts.after));
    }
  }
  for (const { aspect, before, after } of differentTraits(old, now, isSameText, texts))
    say(aspect, before, after);
  return { aspects, details };
}

function blockOf({ node }: Piece): Block | undefined {
  return node.kind === 'section' ? undefined : node;
}

function levelOf({ node }: Piece): string | undefined {
  return node.kind === 'section' ? String(node.depth) : undefined;
}

/** What stands behind the opening fence of a code block. */
export function infoOf(block: Block, { text }: PageDocument): string | undefined {
  if (block.kind !== 'code') return undefined;
  const source = text.slice(block.span.start.offset, block.span.end.offset);
  const info = /^[\s>]*(?:`{3,}|~{3,})([^\r\n]*)/.exec(source)?.[1] ?? block.language;
  return info?.trim().replaceAll(/\s+/g, ' ');
}

/** The box of a task: ` ` or `x`. */
function checkOf(block: Block, { text }: PageDocument): string | undefined {
  if (block.kind !== 'item' && block.kind !== 'step') return undefined;
  const marker = text.slice(block.span.start.offset, block.textSpan.start.offset);
  const box = /\[([ xX])\]\s*$/.exec(marker)?.[1];
  return box === undefined ? undefined : box === ' ' ? 'open' : 'done';
}

function differentTraits(
  old: Piece,
  now: Piece,
  isSameText: boolean,
  texts: ComparedTexts,
): readonly DriftDetail[] {
  const both = <Value>(read: (traits: Piece['traits'][number]) => readonly Value[]): Both<Value> => ({
    before: old.traits.flatMap(read),
    after: now.traits.flatMap(read),
  });
  const links = both(({ links: own }) => own);
  const images = both(({ images: own }) => own);
  const components = {
    before: old.traits.flatMap((traits) => traits.components.map((each) => componentOf(each, texts.before))),
    after: now.traits.flatMap((traits) => traits.components.map((each) => componentOf(each, texts.after))),
  };
  const leadsToSame = (one: Linked, other: Linked): boolean =>
    isSameTarget(one.target, other.target, texts.key);
  const isSameLink = isSameText
    ? (one: Linked, other: Linked) => foldText(one.text) === foldText(other.text) && leadsToSame(one, other)
    : leadsToSame;
  return [
    ...differences('link', links, isSameLink, ({ target }) => target),
    ...differences('link', {
      before: titlesOf(links.before, texts.before),
      after: titlesOf(links.after, texts.after),
    }),
    ...differences(
      'image',
      images,
      (one, other) =>
        isSameTarget(one.source, other.source, texts.key) && foldText(one.alt) === foldText(other.alt),
      ({ source, alt }) => `${source} ${alt}`.trim(),
    ),
    ...differences('image', {
      before: titlesOf(images.before, texts.before),
      after: titlesOf(images.after, texts.after),
    }),
    ...differences('component', components),
    ...differences(
      'anchor',
      both(({ anchors }) => anchors.map(({ id }) => id)),
    ),
    ...differences(
      'footnote',
      both(({ footnotes }) => footnotes.map(({ text }) => text)),
    ),
    ...(isSameText
      ? [
          ...differences(
            'emphasis',
            both(({ emphases }) => emphases),
            (one, other) => one.kind === other.kind && foldText(one.text) === foldText(other.text),
            ({ kind, text }) => `${kind} ${text}`,
          ),
          ...differences(
            'code',
            both(({ codes }) => codes.map(({ text }) => text)),
          ),
        ]
      : []),
  ];
}

interface Both<Value> {
  readonly before: readonly Value[];
  readonly after: readonly Value[];
}

interface Linked {
  readonly target: string;
  readonly text: string;
}

/** What is in one list alone; a value that came beside one that went is told with it. */
function differences<Value>(
  aspect: DriftAspect,
  { before, after }: Both<Value>,
  isSame: (one: Value, other: Value) => boolean = (one, other) => one === other,
  nameOf: (value: Value) => string = String,
): readonly DriftDetail[] {
  const added = [...after];
  const removed = before.filter((one) => {
    const at = added.findIndex((other) => isSame(one, other));
    if (at !== -1) added.splice(at, 1);
    return at === -1;
  });
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, at): DriftDetail => {
    const [one, other] = [removed[at], added[at]];
    return {
      aspect,
      before: one === undefined ? null : nameOf(one),
      after: other === undefined ? null : nameOf(other),
    };
  });
}

/** Titles of links and images as a pointer shows them; those of references stand elsewhere and are left out. */
function titlesOf(values: readonly { readonly span: Span }[], { text }: PageDocument): readonly string[] {
  return values.flatMap(({ span }) => {
    const source = text.slice(span.start.offset, span.end.offset);
    const title = /\]\([^\s()]+\s+(?:"([^"]*)"|'([^']*)'|\(([^)]*)\))\s*\)$/.exec(source);
    return title === null ? [] : [foldText(title[1] ?? title[2] ?? title[3] ?? '')];
  });
}
