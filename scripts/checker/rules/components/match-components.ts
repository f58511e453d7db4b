import type { Block, PageDocument, Section, Span } from '../../../../src/domain/document/page-document.ts';
import { emptySpanAt, sliceOf } from '../../../../src/domain/document/spans.ts';
import type { PairContext } from '../rule.ts';
import { spanToShow } from '../structure/absent-blocks.ts';
import { type ComponentCall, isSameValue, readComponent } from './read-component.ts';

/** A component in a text or as a block, and where it is called. */
export interface PlacedComponent {
  readonly call: ComponentCall;
  /** As far as the end of its opening tag. */
  readonly span: Span;
}

/** A component of one page that the other has otherwise, or not at all. */
export interface ComponentChange {
  readonly source: PlacedComponent | undefined;
  readonly translation: PlacedComponent | undefined;
  /** Where the missing one would stand. */
  readonly place: Span;
  /** The place in the source that a finding points at. */
  readonly sourcePlace: Span;
  readonly score: number;
}

/** What of the components of nodes that answer each other is not the same; whole blocks without counterpart apart. */
export function findComponentChanges({
  alignment,
  source,
  translation,
}: PairContext): readonly ComponentChange[] {
  const changes: ComponentChange[] = [];
  for (const pairs of [alignment.sections, alignment.blocks]) {
    for (const pair of pairs) {
      if (!pair.source.some(hasCalls) && !pair.translation.some(hasCalls)) continue;
      const [one, other] = [pair.source[0], pair.translation.at(-1)];
      if (one === undefined || other === undefined) continue;
      // A heading that is gone is a finding of its own, with all that is in it.
      if (one.kind === 'section' && pair.source.length !== pair.translation.length) continue;
      const own = callsIn(source.document, pair.source);
      const others = callsIn(translation.document, pair.translation);
      // Most calls are the same to the letter.
      if (own.length === others.length && own.every(({ text }, at) => text === others[at]?.text)) continue;
      const places = { place: emptySpanAt(spanOf(other).end), sourcePlace: spanOf(one), score: pair.score };
      for (const change of compareCalls(own.map(readCall), others.map(readCall))) {
        changes.push({ ...change, ...places });
      }
    }
  }
  return changes;
}

function compareCalls(
  own: readonly PlacedComponent[],
  others: readonly PlacedComponent[],
): readonly Pick<ComponentChange, 'source' | 'translation'>[] {
  const { lost, gained } = withoutEqual(own, others);
  const sameCount = lost.length === gained.length;
  const changed = lost.map((component) => {
    const at = gained.findIndex(({ call }) => call.name === component.call.name);
    // What has another name in the same place was renamed.
    const instead = at === -1 ? (sameCount ? gained.shift() : undefined) : gained.splice(at, 1)[0];
    return { source: component, translation: instead };
  });
  return [...changed, ...gained.map((component) => ({ source: undefined, translation: component }))];
}

function withoutEqual(
  own: readonly PlacedComponent[],
  others: readonly PlacedComponent[],
): { readonly lost: readonly PlacedComponent[]; readonly gained: PlacedComponent[] } {
  const gained = [...others];
  const lost = own.filter(({ call }) => {
    const at = gained.findIndex((other) => isSameCall(call, other.call));
    if (at !== -1) gained.splice(at, 1);
    return at === -1;
  });
  return { lost, gained };
}

/** Same name, and every fixed attribute of the source is there. */
function isSameCall(one: ComponentCall, other: ComponentCall): boolean {
  return one.key === other.key || (one.name === other.name && changedAttribute(one, other) === undefined);
}

/** The first attribute of the source's call that the other has otherwise or lacks. */
export function changedAttribute(
  one: ComponentCall,
  other: ComponentCall,
): { readonly name: string; readonly value: string | undefined; readonly sourceValue: string } | undefined {
  for (const { name, value, isFixed } of one.attributes) {
    if (!isFixed) continue;
    const own = other.attributes.find((attribute) => attribute.name === name);
    if (own === undefined || !isSameValue(value, own.value))
      return { name, value: own?.value, sourceValue: value };
  }
  return undefined;
}

function hasCalls(node: Block | Section): boolean {
  const traits = node.kind === 'section' ? node.heading?.traits : node.traits;
  return traits !== undefined && traits.components.length > 0;
}

interface WrittenCall {
  readonly text: string;
  /** What the parser made of it. */
  readonly summary: string;
  readonly span: Span;
}

/** The opening tags of elements, and whole calls of other kinds. */
function callsIn(document: PageDocument, nodes: readonly (Block | Section)[]): readonly WrittenCall[] {
  return nodes.flatMap((node) => {
    const components = (node.kind === 'section' ? node.heading?.traits : node.traits)?.components ?? [];
    return components.map(({ text, span }) => ({
      text: sliceOf(document, openingOf(document, span)),
      summary: text,
      span,
    }));
  });
}

/** An element is called as far as its opening tag goes; what it holds is compared by itself. */
function openingOf({ text }: PageDocument, { start, end }: Span): Span {
  if (text[start.offset] !== '<') return { start, end };
  const close = openingTag.exec(text.slice(start.offset, end.offset))?.[0].length;
  return close === undefined ? { start, end } : { start, end: { ...end, offset: start.offset + close } };
}

const openingTag = /^<(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*>/;

function readCall({ text, summary, span }: WrittenCall): PlacedComponent {
  const lineEnd = text.search(/[\r\n]|$/);
  const { line, column, offset } = span.start;
  const end = { line, column: column + lineEnd, offset: offset + lineEnd };
  return { call: readComponent(text, summary), span: { start: span.start, end } };
}

function spanOf(node: Block | Section): Span {
  return node.kind === 'section' ? (node.heading?.span ?? node.span) : spanToShow(node);
}
