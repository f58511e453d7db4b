import type { Block, Section, Span } from '../../../src/domain/document/page-document.ts';
import type { PageChange, PageDrift } from '../../../src/domain/report/page-drift.ts';
import type { Alignment } from '../align/alignment.ts';
import type { DriftChange } from '../drift/drift.ts';
import { translationsOf } from '../drift/is-in-translation.ts';
import { isAllInTranslation, type SourceDrift } from '../drift/source-drift.ts';
import type { FoundPin } from '../history/found-pin.ts';

/** What a report says of the drift of a translation's source, as plain values. */
export function pageDriftOf(
  found: FoundPin,
  revision: string | undefined,
  drift: SourceDrift | undefined,
  alignment: Alignment | undefined,
): PageDrift {
  return {
    pin: found.pin,
    known: found.known,
    certainty: found.certainty ?? 1,
    revision: revision ?? null,
    since: found.behindSince ?? null,
    commits: found.commitsBehind ?? null,
    lastCommit: found.lastCommit ?? null,
    cosmetic: drift?.isCosmetic ?? false,
    inTranslation: drift !== undefined && isAllInTranslation(drift),
    summary: drift === undefined ? null : { ...drift.summary },
    changes:
      drift === undefined
        ? null
        : drift.changes.map((change) => pageChangeOf(change, drift.inTranslation.has(change), alignment)),
  };
}

function pageChangeOf(
  change: DriftChange,
  inTranslation: boolean,
  alignment: Alignment | undefined,
): PageChange {
  const { kind, node, name, aspects, details, words, blocks, section, step, range, rangeBefore } = change;
  return {
    kind,
    node,
    ...(name !== undefined && { name }),
    aspects: [...aspects],
    details: details.map((detail) => ({ ...detail })),
    words: words.map((segment) => ({ ...segment })),
    blocks,
    section: sectionOf(section),
    step: step ?? null,
    range: rangeOf(range),
    before: rangeOf(rangeBefore),
    translation: placeInTranslation(change.nodeBefore, alignment),
    inTranslation,
  };
}

function sectionOf({ heading, depth }: Section): PageChange['section'] {
  if (heading === undefined) return null;
  return { heading: heading.text, level: depth, anchor: heading.anchors[0]?.id ?? null };
}

function placeInTranslation(
  node: Block | Section | undefined,
  alignment: Alignment | undefined,
): PageChange['translation'] {
  if (node === undefined || alignment === undefined) return null;
  const [answer] = translationsOf(node, alignment);
  if (answer === undefined) return null;
  return rangeOf(answer.kind === 'section' ? (answer.heading?.span ?? answer.span) : answer.span);
}

function rangeOf({ start, end }: Span): PageChange['range'] {
  return { start: { ...start }, end: { ...end } };
}
