import type {
  Block,
  PageDocument,
  Point,
  Section,
  Span,
} from '../../../src/domain/document/page-document.ts';
import { emptySpanAt, sliceOf } from '../../../src/domain/document/spans.ts';
import type { Draft, PairContext, PairRule } from './rule.ts';
import { spanToShow } from './structure/absent-blocks.ts';
import { type LostAnchor, lostAnchors, writtenSpan } from './structure/lost-anchors.ts';
import { outdatedSlugs } from './structure/outdated-slugs.ts';

/** Finds an id of the source that the translation lacks or spells otherwise. */
export const changedAnchor: PairRule = {
  id: 'changed-anchor',
  on: 'pair',
  severity: 'error',
  docs: {
    summary:
      'An explicit id of the source is missing or different in the translation, or one that was made from the source’s heading is out of date.',
    why: 'Links that lead to it in every other language lead nowhere in this one.',
    fix: 'Give the heading, step or sentence the id that it has in the source.',
  },
  *check(context) {
    const { alignment, source, translation } = context;
    for (const lost of lostAnchors(alignment)) {
      const { anchor, replaced, node, score } = lost;
      yield {
        message:
          replaced === undefined
            ? `Id \`${anchor.id}\` has no counterpart`
            : `Id is \`${replaced.id}\`, the source's is \`${anchor.id}\``,
        help: `Give it the id \`${anchor.id}\`.`,
        span:
          replaced === undefined
            ? emptySpanAt(spanOf(node).end)
            : writtenSpan(translation.document, replaced.span),
        severity: score >= 0.6 ? 'error' : 'warning',
        confidence: score,
        related: [
          { label: 'the source', path: source.path, span: writtenSpan(source.document, anchor.span) },
        ],
        data: { id: replaced?.id ?? '', sourceId: anchor.id },
        ...fixFor(lost, context),
      };
    }
    for (const { anchor, expected, source: heading, score } of outdatedSlugs(alignment)) {
      const span = idSpan(translation.document, anchor.span, anchor.id);
      yield {
        message: `Id is \`${anchor.id}\`, the source's heading makes \`${expected}\``,
        help: `Give the heading the id \`${expected}\`, and links to it, too.`,
        span: span ?? writtenSpan(translation.document, anchor.span),
        severity: 'note',
        confidence: score * 0.9,
        related: [{ label: 'the source', path: source.path, span: heading.span }],
        data: { id: anchor.id, sourceId: expected },
        ...(span !== undefined && {
          fix: { title: `Write the id \`${expected}\``, safety: 'unsafe', edits: [{ span, text: expected }] },
        }),
      };
    }
  },
};

function spanOf(node: Block | Section): Span {
  return node.kind === 'section' ? (node.heading?.span ?? node.span) : spanToShow(node);
}

/** The id in the place of the other, or behind a heading as the source writes it there. */
function fixFor({ anchor, replaced, node, score }: LostAnchor, context: PairContext): Pick<Draft, 'fix'> {
  const title = `Write the id \`${anchor.id}\``;
  const safety = score >= 0.8 ? 'safe' : 'unsafe';
  if (replaced !== undefined) {
    const span = idSpan(context.translation.document, replaced.span, replaced.id);
    return span === undefined ? {} : { fix: { title, safety, edits: [{ span, text: anchor.id }] } };
  }
  const written = sliceOf(context.source.document, anchor.span).trim();
  const end = node.kind === 'section' ? endOfLine(context.translation.document, spanOf(node)) : undefined;
  if (end === undefined || !/^\{.*\}$/.test(written)) return {};
  return { fix: { title, safety, edits: [{ span: emptySpanAt(end), text: ` ${written}` }] } };
}

function idSpan(document: PageDocument, { start, end }: Span, id: string): Span | undefined {
  const at = sliceOf(document, { start, end }).lastIndexOf(id);
  if (at === -1 || start.line !== end.line) return undefined;
  const from = { line: start.line, column: start.column + at, offset: start.offset + at };
  return {
    start: from,
    end: { line: from.line, column: from.column + id.length, offset: from.offset + id.length },
  };
}

/** Behind the last sign of a heading that is written with number signs, and nothing else behind it. */
function endOfLine({ text }: PageDocument, { start, end }: Span): Point | undefined {
  const heading = text.slice(start.offset, end.offset);
  if (start.line !== end.line || !heading.startsWith('#') || /[}>#]\s*$/.test(heading)) return undefined;
  const length = heading.trimEnd().length;
  return { line: start.line, column: start.column + length, offset: start.offset + length };
}
