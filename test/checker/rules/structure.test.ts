import { describe, expect, it } from 'vitest';
import { alignPages } from '../../../scripts/checker/align/align-pages.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import type { CheckedPage } from '../../../scripts/checker/rules/rule.ts';
import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import {
  changeSteps,
  guideLocales,
  parseGuide,
  readGuide,
  stepsOf,
  withoutNode,
} from '../align/changed-guides.ts';

const structureRules = rules.filter((rule) =>
  /-(?:section|step|steps|list-kind|block|callout|code|image|table-row|anchor|heading-level)$/.test(rule.id),
);

const source = parseGuide(readGuide('en'));

/** Findings of all rules about structure: `line rule`. */
function check(text: string, locale: string): readonly string[] {
  const translation = parseGuide(text);
  const context = {
    source: checkedPage(source, 'en'),
    translation: checkedPage(translation, locale),
    alignment: alignPages(source, translation, { sourceLocale: 'en', locale }),
    product: { sourceLocale: 'en', labels: new Map(), entityLists: [] },
  };
  return structureRules.flatMap((rule) =>
    rule.on === 'pair' ? Array.from(rule.check(context), ({ span }) => `${span.start.line} ${rule.id}`) : [],
  );
}

function checkedPage(document: PageDocument, locale: string): CheckedPage {
  return {
    key: 'guide',
    locale,
    path: `guide.${locale}.md`,
    document,
    isSource: locale === 'en',
    state: 'current',
  };
}

function lineOfStep(text: string, index: number): number | undefined {
  return stepsOf(parseGuide(text))[index]?.span.start.line;
}

describe.each(guideLocales)('the rules on structure, in %s', (locale) => {
  const text = readGuide(locale);
  const numbers = stepsOf(source).map((_, index) => index);

  it('say nothing of a faithful translation', () => {
    expect(check(text, locale)).toEqual([]);
  });

  it.each(numbers)('say one thing of a dropped step, index %i', (index) => {
    const changed = changeSteps(text, (steps) => steps.toSpliced(index, 1));
    const before = stepsOf(parseGuide(changed))[index - 1]?.span.end.line;
    expect(check(changed, locale)).toEqual([`${before ?? lineOfStep(changed, 0)} missing-step`]);
  });

  it.each(numbers)('say one thing of a step that stands twice, index %i', (index) => {
    const changed = changeSteps(text, (steps) => steps.toSpliced(index, 0, steps[index] ?? ''));
    const lines = [lineOfStep(changed, index), lineOfStep(changed, index + 1)];
    expect(lines.map((line) => [`${line} extra-step`])).toContainEqual(check(changed, locale));
  });

  it.each(numbers.slice(1))('say one thing of two swapped steps, index %i', (index) => {
    const changed = changeSteps(text, (steps) => [
      ...steps.slice(0, index - 1),
      steps[index] ?? '',
      steps[index - 1] ?? '',
      ...steps.slice(index + 1),
    ]);
    const lines = [lineOfStep(changed, index - 1), lineOfStep(changed, index)];
    expect(lines.map((line) => [`${line} moved-step`])).toContainEqual(check(changed, locale));
  });

  it.each(source.sections.slice(1).map(({ index }) => index))(
    'say one thing of a dropped section, %i',
    (index) => {
      const section = parseGuide(text).sections[index];
      const changed = section === undefined ? '' : withoutNode(text, section);
      expect(check(changed, locale).map((finding) => finding.replace(/^\d+ /, ''))).toEqual([
        'missing-section',
      ]);
    },
  );

  it.each([
    ['callout', 'missing-callout'],
    ['code', 'missing-code'],
    ['table', 'missing-block'],
    ['row', 'missing-table-row'],
    ['paragraph', 'missing-block'],
  ] satisfies [Block['kind'], string][])('say one thing of each dropped %s', (kind, rule) => {
    const page = parseGuide(text);
    const blocks = page.blocks.filter((block) => block.kind === kind && block.parent?.kind !== 'callout');
    for (const block of kind === 'row' ? blocks.slice(1) : blocks) {
      const changed = kind === 'row' ? withoutLine(text, block.span.start.line) : withoutNode(text, block);
      expect(check(changed, locale).map((finding) => finding.replace(/^\d+ /, ''))).toEqual([rule]);
    }
  });
});

function withoutLine(text: string, line: number): string {
  return text
    .split('\n')
    .toSpliced(line - 1, 1)
    .join('\n');
}
