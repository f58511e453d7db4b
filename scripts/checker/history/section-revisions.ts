import type { PinAnswer, PinQuestion } from './follow-pins.ts';
import type { FoundSection } from './found-pin.ts';
import { type OutlineSection, outlineOf } from './page-outline.ts';
import type { WrittenSectionPin } from './written-pins.ts';

/** The pin of a section as a question: its hash may be of the section's text alone. */
export function sectionQuestion(
  text: string,
  { heading, value }: WrittenSectionPin,
  source: PinQuestion['source'],
): PinQuestion {
  return { pin: value, source, hashed: (whole) => sectionAnswering(text, heading, whole)?.trim() };
}

/** The section of a source that answers a heading of a translation; `undefined` where none is sure to. */
export function sectionAnswering(text: string, heading: number, source: string): string | undefined {
  return textOf(source, counterpartIn(source, heading, text));
}

/** What the pins of sections came to. */
export interface SectionRevisions {
  readonly sections: readonly FoundSection[];
  /** The source text that the page was made from: `base`, with each pinned section as it was in its own revision. */
  readonly text: string;
}

/**
 * Puts the source text together that a page with pinned sections was made from.
 *
 * A section and the sections below it are taken from the revision that its pin names, unless those have pins of their own.
 * Its counterpart is the section of the same id, else that of the same place where both texts have the same headings, level by
 * level; where neither tells, the section stays as `base` has it, and is said to be unknown.
 */
export function joinSections(
  text: string,
  base: string,
  source: PinQuestion['source'],
  pins: readonly WrittenSectionPin[],
  answers: readonly PinAnswer[],
): SectionRevisions {
  let joined = base;
  const sections = pins.map((pin, index): FoundSection => {
    const answer = answers[index];
    const told = { pin: pin.value, line: pin.span.start.line };
    if (answer === undefined || answer.state === 'unknown' || answer.problem !== undefined) {
      return { ...told, state: 'unknown', ...(answer?.problem && { problem: answer.problem }) };
    }
    const revision = answer.oldText ?? source.text;
    const then = textOf(revision, counterpartIn(revision, pin.heading, text));
    const now = textOf(source.text, counterpartIn(source.text, pin.heading, text));
    const place = counterpartIn(joined, pin.heading, text);
    if (then === undefined || place === undefined) {
      const problem = `The section in line ${told.line} has a pin of its own, and no section of \`${source.path}\` answers it, so it is unknown which text it was made from.`;
      return { ...told, state: 'unknown', problem };
    }
    joined = joined.slice(0, place.start) + then + joined.slice(place.end);
    return { ...told, state: now === then ? 'current' : 'behind' };
  });
  return { sections, text: joined };
}

/** The section of a source that answers a heading of a translation. */
function counterpartIn(source: string, heading: number, translation: string): OutlineSection | undefined {
  const own = outlineOf(translation);
  const others = outlineOf(source);
  const id = own[heading]?.id;
  const named = id === undefined ? [] : others.filter((other) => other.id === id);
  if (named.length === 1) return named[0];
  const isAlike =
    own.length === others.length && own.every(({ level }, index) => level === others[index]?.level);
  return isAlike ? others[heading] : undefined;
}

function textOf(source: string, section: OutlineSection | undefined): string | undefined {
  return section === undefined ? undefined : source.slice(section.start, section.end);
}
