import type { Section } from '../../../src/domain/document/page-document.ts';
import { walkBlocks } from '../../../src/domain/document/walk-blocks.ts';

/** Something that stands for a section. */
interface OfSection {
  readonly section: Section;
}

/**
 * The sections of both pages without those of one page that only repeat the section before them, where the other page
 * repeats none: a section that stands twice by mistake is extra, with all that is in it.
 */
export function withoutRepeats<Unit extends OfSection>(
  ones: readonly Unit[],
  others: readonly Unit[],
): readonly [readonly Unit[], readonly Unit[]] {
  const [repeats, otherRepeats] = [repeatsOf(ones), repeatsOf(others)];
  if (repeats.size > 0 && otherRepeats.size === 0) {
    return [ones.filter(({ section }) => !isWithin(section, repeats)), others];
  }
  if (otherRepeats.size > 0 && repeats.size === 0) {
    return [ones, others.filter(({ section }) => !isWithin(section, otherRepeats))];
  }
  return [ones, others];
}

function repeatsOf(units: readonly OfSection[]): ReadonlySet<Section> {
  return new Set(units.flatMap(({ section }) => (isRepeat(section) ? [section] : [])));
}

/** True for a section that says just what the one before it says. */
export function isRepeat(section: Section): boolean {
  const siblings = section.parent?.sections ?? [];
  const before = siblings[siblings.indexOf(section) - 1];
  if (before === undefined || before.heading?.text !== section.heading?.text) return false;
  return contentOf(before) === contentOf(section);
}

function contentOf(section: Section): string {
  return [
    ...section.blocks.flatMap((block) => [...walkBlocks(block)]).map(({ kind, text }) => `${kind} ${text}`),
    ...section.sections.map((child) => `${child.heading?.text} ${contentOf(child)}`),
  ].join('\n');
}

function isWithin(section: Section, sections: ReadonlySet<Section>): boolean {
  for (let around: Section | undefined = section; around !== undefined; around = around.parent) {
    if (sections.has(around)) return true;
  }
  return false;
}
