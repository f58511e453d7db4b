import type { PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { lineStart, type Range } from '../edit-text.ts';
import type { Mutation, MutationKind, ParityPair } from '../mutation.ts';
import { hasOutline } from '../outline.ts';
import { entriesOf, outlineWith, outlineWithout } from './siblings.ts';

/** What can happen to the sections of a page. */
export const sectionKinds: readonly MutationKind[] = [
  {
    name: 'drop a section',
    rules: ['missing-section'],
    mutationsOf: (pair) =>
      eachSection(pair, ({ section, range, document }) => ({
        edits: [{ ...range, text: '', place: 'all' }],
        isMeant: (after) => hasOutline(after, outlineWithout(document, [section])),
      })),
  },
  {
    name: 'duplicate a section',
    rules: ['extra-section'],
    mutationsOf: (pair) =>
      eachSection(pair, ({ section, range, document, text }) => {
        const lines = closed(text.slice(range.from, range.to));
        const entries = entriesOf(document, section);
        return {
          edits: [
            { ...range, text: lines, place: 'first-line' },
            { from: range.to, to: range.to, text: lines, place: 'first-line' },
          ],
          isMeant: (after) => hasOutline(after, outlineWith(document, section, [...entries, ...entries])),
        };
      }),
  },
  {
    name: 'swap two sections',
    rules: ['moved-section'],
    findings: 2,
    mutationsOf: (pair) =>
      eachSection(pair, ({ section, range, document, text }) => {
        const siblings = section.parent?.sections ?? [];
        const next = siblings[siblings.indexOf(section) + 1];
        if (next === undefined || next.depth !== section.depth) return undefined;
        const other = linesOfSection(text, document, next);
        const entries = [...entriesOf(document, next), ...entriesOf(document, section)];
        const whole = outlineWithout(document, [next]);
        const at = whole.findIndex(({ node }) => node === section);
        const { length } = entriesOf(document, section);
        return {
          edits: [
            { ...range, text: closed(text.slice(other.from, other.to)), place: 'first-line' },
            { ...other, text: closed(text.slice(range.from, range.to)), place: 'first-line' },
          ],
          isMeant: (after) => hasOutline(after, whole.toSpliced(at, length, ...entries)),
        };
      }),
  },
  {
    name: 'drop a heading',
    rules: ['missing-section'],
    mutationsOf: (pair) =>
      eachSection(pair, ({ section, document, text }) => {
        const { heading } = section;
        if (heading === undefined || section.sections.length > 0) return undefined;
        const entries = entriesOf(document, section).slice(1);
        const to = text.slice(heading.span.end.offset).search(/\S/);
        if (to === -1) return undefined;
        return {
          edits: [
            {
              from: lineStart(text, heading.span.start.offset),
              to: heading.span.end.offset + to,
              text: '',
              place: 'all',
            },
          ],
          isMeant: (after) => hasOutline(after, outlineWith(document, section, entries)),
        };
      }),
  },
  {
    name: 'lower a heading',
    rules: ['changed-heading-level'],
    mutationsOf: (pair) =>
      eachSection(pair, ({ section, text, document }) => {
        const from = section.heading?.span.start.offset ?? 0;
        if (!text.startsWith('#', from) || section.depth === 6) return undefined;
        return {
          edits: [
            { from, to: from, text: '#' },
            {
              from,
              to: section.heading?.span.end.offset ?? from,
              text: text.slice(from, section.heading?.span.end.offset),
              place: 'all',
            },
          ],
          isMeant: (after) =>
            after.sections.length === document.sections.length &&
            after.sections[section.index]?.depth === section.depth + 1,
        };
      }),
  },
];

interface SectionPlace {
  readonly section: Section;
  /** From its heading to the next section that is not its own. */
  readonly range: Range;
  readonly text: string;
  readonly document: PageDocument;
}

/** A section that is most of the page is the page. */
const largestShare = 0.6;

function eachSection(
  { translation: { text, document } }: ParityPair,
  change: (place: SectionPlace) => Omit<Mutation, 'what' | 'node'> | undefined,
): readonly Mutation[] {
  return document.sections.flatMap((section): Mutation[] => {
    const range = linesOfSection(text, document, section);
    if (range.to - range.from > text.length * largestShare) return [];
    const made = change({ section, range, text, document });
    return made === undefined
      ? []
      : [{ what: `section in line ${section.heading?.span.start.line}`, node: section, ...made }];
  });
}

function linesOfSection(text: string, document: PageDocument, section: Section): Range {
  const start = section.heading?.span.start.offset ?? 0;
  const next = document.sections.find((other) => other.index > section.index && other.depth <= section.depth);
  const end = next?.heading?.span.start.offset;
  return { from: lineStart(text, start), to: end === undefined ? text.length : lineStart(text, end) };
}

/** With a blank line at the end, whatever follows. */
function closed(lines: string): string {
  return `${lines.trimEnd()}\n\n`;
}
