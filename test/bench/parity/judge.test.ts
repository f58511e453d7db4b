import { describe, expect, test } from 'vitest';
import { indexLines } from '../../../src/domain/document/line-index.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import { type Expectation, judge, newFindings } from './judge.ts';

const page = `# Add a customer

1. Sign in.
2. Select **Submit**.

## Contacts

Enter the name.
`;

function findingAt(words: string, rule = 'missing-step', fingerprint = `${rule} ${words}`): Finding {
  const from = page.indexOf(words);
  return {
    rule,
    severity: 'error',
    confidence: 1,
    message: `Something about ${words}`,
    help: 'Mend it.',
    locale: 'sv-SE',
    path: 'sv-SE/page.md',
    range: indexLines(page).spanOf(from, from + words.length),
    related: [],
    data: {},
    fingerprint,
    fix: null,
  };
}

function expectationAt(words: string, rest: Partial<Expectation> = {}): Expectation {
  const from = page.indexOf(words);
  return {
    path: 'sv-SE/page.md',
    after: parsePage(page, { dialect: 'gfm' }),
    places: [{ from, to: from + words.length }],
    rules: ['missing-step'],
    findings: 1,
    isEverywhere: false,
    ...rest,
  };
}

describe('how near a finding is', () => {
  test('is the line where it begins at a line of the change', () => {
    expect(judge([findingAt('Submit')], expectationAt('Select')).sight).toBe('line');
  });

  test('is the section where it stands beside the change', () => {
    expect(judge([findingAt('Sign in')], expectationAt('Select')).sight).toBe('section');
  });

  test('is elsewhere in another section', () => {
    expect(judge([findingAt('Enter')], expectationAt('Select')).sight).toBe('elsewhere');
  });

  test('is another rule where only that one speaks there', () => {
    const judgement = judge([findingAt('Submit', 'unknown-label')], expectationAt('Select'));
    expect(judgement.sight).toBe('other rule');
    expect(judgement.extra).toHaveLength(1);
  });

  test('is silence where nothing is said of it', () => {
    expect(judge([], expectationAt('Select')).sight).toBe('silent');
  });
});

test('counts the lines between the change and the nearest finding', () => {
  expect(judge([findingAt('Enter'), findingAt('Sign in')], expectationAt('Select')).distance).toBe(1);
  expect(judge([findingAt('Submit')], expectationAt('Select')).distance).toBe(0);
  expect(judge([], expectationAt('Select')).distance).toBeUndefined();
});

test('counts what is said beyond the nearest finding', () => {
  const said = [findingAt('Enter'), findingAt('Submit'), findingAt('Submit', 'unknown-label')];
  const { sight, extra } = judge(said, expectationAt('Select'));
  expect(sight).toBe('line');
  expect(extra).toEqual([said[0], said[2]]);
});

test('wants a finding at nearly every place where each has its own fault', () => {
  const places = ['Sign in', 'Enter'].map((words) => {
    const from = page.indexOf(words);
    return { from, to: from + words.length };
  });
  const everywhere = { places, isEverywhere: true, findings: Number.POSITIVE_INFINITY };
  expect(judge([findingAt('Sign in')], expectationAt('', everywhere)).sight).toBe('section');
  expect(judge([findingAt('Sign in'), findingAt('Enter')], expectationAt('', everywhere)).sight).toBe('line');
});

test('takes a finding for the same one when its fingerprint or its words are the same', () => {
  const before = [findingAt('Sign in', 'stray-space', 'a'), findingAt('Enter', 'stray-space', 'b')];
  const after = [
    findingAt('Sign in', 'stray-space', 'a'),
    findingAt('Enter', 'stray-space', 'c'),
    findingAt('Enter', 'stray-space', 'd'),
  ];
  expect(newFindings(before, after)).toEqual([after[2]]);
});
