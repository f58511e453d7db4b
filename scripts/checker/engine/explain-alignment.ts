import type { Block, Section } from '../../../src/domain/document/page-document.ts';
import type { Finding, PageAlignment } from '../../../src/domain/report/report.ts';
import type { AlignVerdict, Pair } from '../align/alignment.ts';
import { shortId } from '../history/blob-id.ts';
import type { PairStanding } from '../report/finish-findings.ts';
import type { PairContext } from '../rules/rule.ts';

/** How a translation was aligned with its source, for people who ask why. */
export interface ExplainedAlignment {
  readonly path: string;
  readonly sourcePath: string;
  /** Short blob id of the source's old text, where the translation was held against that. */
  readonly revision: string | null;
  /** Mean score of the pairs, weighed by length. */
  readonly confidence: number;
  /** Sections first, then blocks, each in the source's order. */
  readonly pairs: readonly ExplainedPair[];
}

/** What answers what, how sure that is, and what it rests on. */
export interface ExplainedPair {
  readonly kind: 'section' | Block['kind'];
  readonly verdict: AlignVerdict;
  readonly score: number;
  /** Strongest first. */
  readonly reasons: readonly string[];
  readonly source: readonly Finding['range'][];
  readonly translation: readonly Finding['range'][];
  /** How the text begins, the translation's where there is one. */
  readonly text: string;
}

/** Puts an alignment into plain values that can leave the thread. */
export function explainAlignment({
  context: { alignment, translation },
  sourcePath,
  old,
}: PairStanding & { readonly context: PairContext }): ExplainedAlignment {
  const pairs: readonly Pair<Block | Section>[] = [...alignment.sections, ...alignment.blocks];
  return {
    path: translation.path,
    sourcePath,
    revision: old === undefined ? null : shortId(old.revision),
    confidence: rounded(alignment.confidence),
    pairs: pairs
      // A page's root has neither a heading nor a place of its own.
      .filter(({ source, translation: own }) => [...source, ...own].some((node) => !isRoot(node)))
      .map((pair): ExplainedPair => {
        const first = pair.translation[0] ?? pair.source[0];
        return {
          kind: first?.kind ?? 'section',
          verdict: pair.verdict,
          score: rounded(pair.score),
          reasons: pair.reasons,
          source: pair.source.map(placeOf),
          translation: pair.translation.map(placeOf),
          text: first === undefined ? '' : beginningOf(first),
        };
      }),
  };
}

/** What a report says of an alignment. */
export function pageAlignmentOf({
  context: { alignment },
  old,
}: PairStanding & { readonly context: PairContext }): PageAlignment {
  const pairs: readonly Pair<Block | Section>[] = [...alignment.sections, ...alignment.blocks];
  return {
    revision: old?.revision ?? null,
    score: rounded(alignment.confidence),
    pairs: pairs
      .filter(({ source, translation: own }) => [...source, ...own].some((node) => !isRoot(node)))
      .map(({ source, translation, verdict, score }) => ({
        kind: (translation[0] ?? source[0])?.kind ?? 'section',
        verdict,
        score: rounded(score),
        source: source.map(placeOf),
        translation: translation.map(placeOf),
      })),
  };
}

function isRoot(node: Block | Section): boolean {
  return node.kind === 'section' && node.heading === undefined;
}

/** A section is shown by its heading. */
function placeOf(node: Block | Section): Finding['range'] {
  const { start, end } = node.kind === 'section' ? (node.heading?.span ?? node.span) : node.span;
  return { start: { ...start }, end: { ...end } };
}

function beginningOf(node: Block | Section): string {
  const text = node.kind === 'section' ? (node.heading?.text ?? '') : node.text;
  const line = text
    .slice(0, 4 * longestText)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > longestText ? `${characters.slice(0, longestText - 1).join('')}…` : line;
}

const longestText = 40;

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
