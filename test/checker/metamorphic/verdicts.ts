import { isImage } from '../../../scripts/checker/rules/structure/absent-blocks.ts';
import { isOfEntityList } from '../../../scripts/checker/rules/structure/entity-members.ts';
import { isGraveCallout } from '../../../scripts/checker/rules/structure/grave-callouts.ts';
import type { Block, Section } from '../../../src/domain/document/page-document.ts';
import type { Severity } from '../../../src/domain/report/report.ts';
import { alikeAround } from './tell-apart.ts';

/** What the check has to say of one change to a translation. */
export interface Verdict {
  /** Any of them names the fault. */
  readonly rules: readonly string[];
  readonly severity: Severity;
  /** What went from one place to another can be told at both; default 1. */
  readonly findings?: number;
}

/** What is changed, of the translation as it was. */
type Changed = Block | Section | undefined;

/** The verdict on each change, by the name of its kind; none where a reader loses nothing. */
export const verdicts: Readonly<Record<string, (changed: Changed, locale: string) => Verdict | undefined>> = {
  'drop a step': always('missing-step', 'error'),
  'duplicate a step': always('extra-step', 'error'),
  'swap two steps': always('moved-step', 'error'),
  'merge two steps': always('merged-steps', 'warning'),
  'split a step': always('split-step', 'warning'),
  'steps become bullets': always('changed-list-kind', 'warning'),
  'drop a list item': (item, locale) =>
    isCountry(item, locale)
      ? { rules: ['missing-country'], severity: 'error' }
      : { rules: ['missing-block'], severity: isName(item) ? 'note' : 'warning' },
  'duplicate a list item': (item, locale) =>
    isCountry(item, locale)
      ? { rules: ['repeated-country'], severity: 'warning' }
      : { rules: ['extra-block'], severity: 'note' },
  // The order of bullets, and how much one of them says, is the translator's choice.
  'swap two list items': nothing,
  // What has become one of three items that are alike, and whether one of them is gone, cannot be told apart.
  'merge two list items': (item) =>
    isAmongAlike(item) ? { rules: ['missing-block'], severity: 'warning' } : undefined,
  'split a list item': nothing,
  'glue a marker to its text': always('broken-list', 'warning'),
  'drop a list': (list, locale) =>
    list?.kind === 'list' && isOfEntityList(list, locale)
      ? { rules: ['missing-country'], severity: 'error' }
      : { rules: ['missing-block'], severity: isNumbered(list) ? 'error' : 'warning' },
  'drop a section': always('missing-section', 'error'),
  'duplicate a section': always('extra-section', 'warning'),
  'swap two sections': always('moved-section', 'warning'),
  'drop a heading': always('missing-section', 'warning'),
  'lower a heading': always('changed-heading-level', 'warning'),
  'drop a callout': (callout) => ({
    rules: ['missing-callout'],
    severity: isGrave(callout) ? 'error' : 'warning',
  }),
  'change the kind of a callout': (callout) => ({
    rules: ['changed-callout'],
    severity: isGrave(callout) ? 'error' : 'warning',
  }),
  'duplicate a callout': always('extra-block', 'warning'),
  'swap two callouts': (callout) => ({
    rules: ['moved-block', 'changed-callout'],
    severity: isGrave(callout) ? 'warning' : 'note',
    findings: 2,
  }),
  'drop a code block': always('missing-code', 'error'),
  'duplicate a code block': always('extra-block', 'warning'),
  // Two steps that exchange all their code look like two steps that exchange their words.
  'swap two code blocks': () => ({
    rules: ['moved-block', 'moved-step'],
    severity: 'warning',
    findings: 2,
  }),
  'drop a table row': always('missing-table-row', 'warning'),
  'duplicate a table row': always('extra-block', 'note'),
  'swap two table rows': nothing,
  'drop a table': always('missing-block', 'warning'),
  'drop an image': always('missing-image', 'warning'),
  'duplicate an image': always('extra-block', 'note'),
  'drop a component': (component) =>
    isPicture(component)
      ? { rules: ['missing-image'], severity: 'warning' }
      : { rules: ['missing-block'], severity: 'error' },
};

function always(rule: string, severity: Severity): (changed: Changed) => Verdict {
  return () => ({ rules: [rule], severity });
}

function nothing(): undefined {
  return undefined;
}

function isGrave(changed: Changed): boolean {
  return changed?.kind === 'callout' && isGraveCallout(changed.callout);
}

function isAmongAlike(changed: Changed): boolean {
  return changed?.kind === 'item' && alikeAround(changed).length > 2;
}

function isPicture(changed: Changed): boolean {
  return changed !== undefined && changed.kind !== 'section' && isImage(changed);
}

function isNumbered(changed: Changed): boolean {
  return changed?.kind === 'list' && changed.list?.ordered === true;
}

function isCountry(changed: Changed, locale: string): boolean {
  return changed?.kind === 'item' && isOfEntityList(changed, locale);
}

/** An item of a long list of names, which languages sort in their own way. */
function isName(changed: Changed): boolean {
  if (changed?.kind !== 'item') return false;
  const siblings = changed.parent?.children ?? [];
  return siblings.length >= 5 && siblings.every(({ text }) => text.split(/\s+/).length <= 4);
}
