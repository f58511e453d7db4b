import { describe, expect, it } from 'vitest';
import { alignPages } from '../../../scripts/checker/align/align-pages.ts';
import type { Alignment } from '../../../scripts/checker/align/alignment.ts';
import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import { changeSteps, guideLocales, parseGuide, readGuide, stepsOf, withoutNode } from './changed-guides.ts';

const source = parseGuide(readGuide('en'));
const stepNumbers = stepsOf(source).map((_, index) => index);

function align(text: string, locale: string): Alignment {
  return alignPages(source, parseGuide(text), { sourceLocale: 'en', locale });
}

/** What is not simply the same, in short: `missing 3`, `extra 4`, `merged 2+3=2`. Numbers are those of the steps. */
function stepVerdicts(alignment: Alignment): readonly string[] {
  return alignment.blocks
    .filter((pair) => [...pair.source, ...pair.translation].some(({ kind }) => kind === 'step'))
    .filter((pair) => pair.verdict !== 'same')
    .map((pair) => {
      if (pair.verdict === 'missing') return `missing ${numbers(pair.source)}`;
      if (pair.verdict === 'extra') return `extra ${numbers(pair.translation)}`;
      return `${pair.verdict} ${numbers(pair.source)}=${numbers(pair.translation)}`;
    });
}

function numbers(blocks: readonly Block[]): string {
  return blocks.map(({ number }) => number).join('+');
}

function otherVerdicts(alignment: Alignment): readonly string[] {
  return [...alignment.sections, ...alignment.blocks]
    .filter((pair) => pair.verdict !== 'same')
    .map(
      (pair) => `${pair.verdict} ${[...pair.source, ...pair.translation].map(({ kind }) => kind).join('+')}`,
    );
}

describe.each(guideLocales)('alignment with a page in %s', (locale) => {
  const text = readGuide(locale);

  it('pairs every section and block of a faithful translation', () => {
    const alignment = align(text, locale);
    expect(otherVerdicts(alignment)).toEqual([]);
    expect(alignment.confidence).toBeGreaterThan(0.85);
    for (const { source: ones, translation } of alignment.blocks) {
      expect(ones.map(({ kind }) => kind)).toEqual(translation.map(({ kind }) => kind));
    }
  });

  it.each(stepNumbers)('names the dropped step, index %i', (index) => {
    const changed = changeSteps(text, (steps) => steps.toSpliced(index, 1));
    expect(stepVerdicts(align(changed, locale))).toEqual([`missing ${index + 1}`]);
  });

  it.each(stepNumbers)('names the step that stands twice, index %i', (index) => {
    const changed = changeSteps(text, (steps) => steps.toSpliced(index, 0, steps[index] ?? ''));
    expect([[`extra ${index + 1}`], [`extra ${index + 2}`]]).toContainEqual(
      stepVerdicts(align(changed, locale)),
    );
  });

  it.each(stepNumbers.slice(1))('names one of two swapped steps, index %i', (index) => {
    const changed = changeSteps(text, (steps) => [
      ...steps.slice(0, index - 1),
      steps[index] ?? '',
      steps[index - 1] ?? '',
      ...steps.slice(index + 1),
    ]);
    expect([[`moved ${index}=${index + 1}`], [`moved ${index + 1}=${index}`]]).toContainEqual(
      stepVerdicts(align(changed, locale)),
    );
  });

  it.each(stepNumbers.slice(1))('names two steps that are one, index %i', (index) => {
    const changed = changeSteps(text, (steps) => [
      ...steps.slice(0, index - 1),
      `${firstLine(steps[index - 1])} ${steps[index] ?? ''}${restOf(steps[index - 1])}`,
      ...steps.slice(index + 1),
    ]);
    expect(stepVerdicts(align(changed, locale))).toEqual([`merged ${index}+${index + 1}=${index}`]);
  });

  it.each([1, 6])('names a step that is two steps, index %i', (index) => {
    const changed = changeSteps(text, (steps) => {
      const [, first = '', second = ''] = /^(.+?(?:[,，]| och)) ?(.+)$/su.exec(steps[index] ?? '') ?? [];
      return steps.toSpliced(index, 1, first, second);
    });
    expect(stepVerdicts(align(changed, locale))).toEqual([`split ${index + 1}=${index + 1}+${index + 2}`]);
  });

  it.each(source.sections.slice(1).map((section) => section.index))(
    'names the dropped section %i',
    (index) => {
      const page = parseGuide(text);
      const section = page.sections[index];
      const changed = section === undefined ? text : withoutNode(text, section);
      const missing = align(changed, locale).sections.filter(({ verdict }) => verdict !== 'same');
      expect(missing.map((pair) => [pair.verdict, pair.source[0]?.index])).toEqual([['missing', index]]);
    },
  );

  it.each([0, 1, 2])('names the dropped callout %i', (index) => {
    const callouts = parseGuide(text).blocks.filter(({ kind }) => kind === 'callout');
    const callout = callouts[index];
    const changed = callout === undefined ? text : withoutNode(text, callout);
    const expected = source.blocks.filter(({ kind }) => kind === 'callout')[index];
    const absent = align(changed, locale).blocks.filter(({ verdict }) => verdict !== 'same');
    expect(absent.map((pair) => [pair.verdict, pair.source[0]?.index])).toEqual([
      ['missing', expected?.index],
      ['missing', (expected?.index ?? 0) + 1],
    ]);
  });

  it('takes no notice of reflowed lines, other bullets, other spaces and reordered bullets', () => {
    const bullets = parseGuide(text).blocks.find((block) => block.list?.ordered === false);
    const items =
      bullets?.children.map((item) => text.slice(item.span.start.offset, item.span.end.offset)) ?? [];
    const before = text.slice(0, bullets?.span.start.offset);
    const after = text.slice(bullets?.span.end.offset);
    const reordered = `${before}${items.toReversed().join('\n').replaceAll(/^- /gm, '*   ')}${after}`;
    const changed = reordered
      .replaceAll(/^(\d+)\. /gm, '$1) ')
      .replaceAll(/^[^|]*$/gm, (line) => line.replaceAll(/, (?=\p{Ll})/gu, ',\n'))
      .replaceAll('\n## ', '\n\n\n## ');
    expect(otherVerdicts(align(changed, locale))).toEqual([]);
  });
});

describe('alignment of any two pages', () => {
  it('has every section and block of both pages in exactly one pair', () => {
    for (const locale of guideLocales) {
      const text = readGuide(locale);
      for (let cut = 0; cut < text.length; cut += 97) {
        const alignment = align(text.slice(cut) + text.slice(0, cut), locale);
        expect(nodesIn(alignment, 'source')).toEqual(nodesOf(alignment.source));
        expect(nodesIn(alignment, 'translation')).toEqual(nodesOf(alignment.translation));
      }
    }
  });

  it('puts parents before their children', () => {
    const alignment = align(readGuide('sv'), 'sv');
    const seen = new Set<unknown>();
    for (const pair of alignment.blocks) {
      for (const block of [...pair.source, ...pair.translation]) {
        expect(block.parent === undefined || seen.has(block.parent)).toBe(true);
        seen.add(block);
      }
    }
  });

  it('is sure of a page beside itself, and unsure beside another page', () => {
    expect(alignPages(source, source).confidence).toBeGreaterThan(0.95);
    const other = parseGuide('# Frukost\n\nKoka ett ägg.\n\n## Bröd\n\n1. Rosta brödet.\n');
    expect(alignPages(source, other, { sourceLocale: 'en', locale: 'sv' }).confidence).toBeLessThan(0.2);
  });

  it('takes labels that are known to answer each other for evidence', () => {
    const one = parseGuide('1. Select **Customers**.\n2. Select **Contacts**.\n3. Select **Settings**.\n');
    const other = parseGuide('1. Välj **Kunder**.\n2. Välj **Inställningar**.\n');
    const terms = [
      { source: 'Customers', translation: 'Kunder' },
      { source: 'Contacts', translation: 'Kontakter' },
      { source: 'Settings', translation: 'Inställningar' },
    ];
    const alignment = alignPages(one, other, { sourceLocale: 'en', locale: 'sv', terms });
    expect(stepVerdicts(alignment)).toEqual(['missing 2']);
  });

  it('keeps 5,000 paragraphs paired where one is gone and one is new', () => {
    const paragraphs = Array.from(
      { length: 5000 },
      (_, index) => `Paragraph about customer ${index % 1700}.`,
    );
    const changed = paragraphs
      .toSpliced(2500, 1)
      .toSpliced(40, 0, 'Ett stycke som källan inte har, ganska långt.');
    const long = parseGuide(paragraphs.join('\n\n'));
    const longer = parseGuide(changed.join('\n\n'));
    const alignment = alignPages(long, longer, { sourceLocale: 'en', locale: 'sv' });
    expect(alignment.blocks.filter(({ verdict }) => verdict === 'same').length).toBeGreaterThan(4900);
  });
});

/** Indices of the sections and blocks in the pairs, in order. */
function nodesIn(alignment: Alignment, side: 'source' | 'translation'): readonly (readonly number[])[] {
  return [alignment.sections, alignment.blocks].map((pairs) =>
    pairs.flatMap((pair) => pair[side].map(({ index }) => index)).toSorted((one, other) => one - other),
  );
}

function nodesOf(page: PageDocument): readonly (readonly number[])[] {
  return [[-1, ...page.sections.map(({ index }) => index)], page.blocks.map(({ index }) => index)];
}

function firstLine(body: string | undefined): string {
  return body?.split('\n')[0] ?? '';
}

function restOf(body: string | undefined): string {
  const [, ...rest] = body?.split('\n') ?? [];
  return rest.map((line) => `\n${line}`).join('');
}
