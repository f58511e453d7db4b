import { readLinkTarget } from '../../../src/domain/document/link-target.ts';
import type { Block, PageDocument, Section, Traits } from '../../../src/domain/document/page-document.ts';
import type { Alignment } from '../align/alignment.ts';
import { infoOf } from './compare-pieces.ts';
import type { Drift, DriftAspect, DriftChange, DriftDetail } from './drift.ts';
import { foldCode } from './fold-text.ts';

/** How sure an alignment must be that something is not there. */
const sureAbsence = 0.9;

/** Differences that are the same in all languages. */
const comparable: ReadonlySet<DriftAspect> = new Set(['link', 'anchor', 'code', 'language', 'level', 'text']);

/**
 * True when a translation certainly has a change of its source already: the same code, link, id or level of a heading
 * as the new source, not the old one's, or nothing where the source took something out.
 *
 * Words are in another language, so that nobody can be sure of them: of those it says no.
 * @param alignment of the old source with the translation
 */
export function isInTranslation(change: DriftChange, drift: Drift, alignment: Alignment): boolean {
  const { nodeBefore, nodeAfter } = change;
  if (change.kind === 'removed') return isLeftOut(change, drift.before, alignment);
  if (change.kind === 'added') return nodeAfter?.kind === 'code' && hasCodeOf(nodeAfter, alignment);
  if (change.kind === 'moved' || nodeBefore === undefined || nodeAfter === undefined) return false;
  const isCode = nodeBefore.kind === 'code' && nodeAfter.kind === 'code';
  if (change.aspects.some((aspect) => !comparable.has(aspect) || (aspect === 'text' && !isCode)))
    return false;
  const answers = translationsOf(nodeBefore, alignment);
  const [answer] = answers;
  if (answer === undefined || answers.length > 1) return false;
  if (change.aspects.includes('text') && !(isCode && isSameCode(answer, nodeAfter))) return false;
  return change.details.every((detail) => hasDetail(answer, detail, alignment.translation));
}

/** Where the translation says what a change is about; nothing for what is new, and what it lacks. */
export function translationsOf(node: Block | Section, alignment: Alignment): readonly (Block | Section)[] {
  return alignment.pairOf(node).translation;
}

function isLeftOut(
  { node, rangeBefore, nodeBefore }: DriftChange,
  before: PageDocument,
  alignment: Alignment,
): boolean {
  if (nodeBefore === undefined || node === 'field' || node === 'other') return false;
  const isInside = ({ span: { start, end } }: { readonly span: Block['span'] }): boolean =>
    start.offset >= rangeBefore.start.offset && end.offset <= rangeBefore.end.offset;
  const gone: readonly (Block | Section)[] = [
    ...before.sections.filter(({ heading }) => heading !== undefined && isInside(heading)),
    ...before.blocks.filter(isInside),
  ];
  return (
    gone.length > 0 &&
    gone.every((part) => {
      const { verdict, score } = alignment.pairOf(part);
      return verdict === 'missing' && score >= sureAbsence;
    })
  );
}

function hasCodeOf(code: Block, { blocks }: Alignment): boolean {
  return blocks.some(
    ({ verdict, translation }) => verdict === 'extra' && translation.some((block) => isSameCode(block, code)),
  );
}

function isSameCode(one: Block | Section, other: Block): boolean {
  return one.kind === 'code' && foldCode(one.text) === foldCode(other.text);
}

/** Has the new value, and no longer the old one. */
function hasDetail(
  answer: Block | Section,
  { aspect, before, after }: DriftDetail,
  translation: PageDocument,
): boolean {
  const values = valuesOf(answer, aspect, translation);
  const fold = aspect === 'link' ? linkKey : (value: string) => value;
  const has = (value: string): boolean => values.some((own) => fold(own) === fold(value));
  return (after === null || has(after)) && (before === null || !has(before));
}

function valuesOf(
  answer: Block | Section,
  aspect: DriftAspect,
  translation: PageDocument,
): readonly string[] {
  const traits = traitsOf(answer);
  switch (aspect) {
    case 'link':
      return traits.flatMap(({ links }) => links.map(({ target }) => target));
    case 'anchor':
      return traits.flatMap(({ anchors }) => anchors.map(({ id }) => id));
    case 'code':
      return traits.flatMap(({ codes }) => codes.map(({ text }) => text));
    case 'level':
      return answer.kind === 'section' ? [String(answer.depth)] : [];
    case 'language':
      return answer.kind === 'section' ? [] : [infoOf(answer, translation) ?? ''];
    default:
      return [];
  }
}

function traitsOf(node: Block | Section): readonly Traits[] {
  if (node.kind === 'section') return node.heading === undefined ? [] : [node.heading.traits];
  return node.kind === 'row' ? node.children.map(({ traits }) => traits) : [node.traits];
}

/** The same in all languages' pages. */
function linkKey(target: string): string {
  const { key, fragment } = readLinkTarget(target);
  return `${key}#${fragment}`;
}
