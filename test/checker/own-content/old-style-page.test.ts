import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../../src/domain/report/report.ts';
import { runLockstep } from '../cli/run-lockstep.ts';

const folder = join(import.meta.dirname, '../../fixtures/old-style-page');

/** Errors and warnings of a machine-translated page of old: where, what, and the places of `related` in the source. */
const expected = {
  'sv-SE': [
    ['23:4-23:94', 'merged-steps', ['23:4', '25:4']],
    // Of the two steps that are one here, the second has the label.
    ['23:57-23:73', 'shifted-emphasis', expect.arrayContaining([expect.stringMatching(/^2[35]:/)])],
    ['25:7-25:31', 'shifted-emphasis', ['27:4']],
    ['28:21-28:30', 'mojibake', []],
    ['30:35-30:60', 'shifted-emphasis', ['32:4']],
    ['42:11-42:14', 'unknown-country', ['44:3']],
    ['42:24-42:29', 'untranslated-country', ['44:3']],
    ['42:46-42:54', 'extra-country', ['44:3']],
    ['42:117-42:117', 'missing-country', ['44:3']],
  ],
  'ru-RU': [
    ['23:4-23:102', 'merged-steps', ['23:4', '25:4']],
    ['28:6-28:81', 'untranslated-text', ['30:6']],
    ['42:10-42:13', 'unknown-country', ['44:3']],
    ['42:42-42:48', 'untranslated-country', ['44:3']],
    ['42:50-42:61', 'extra-country', ['44:3']],
    ['42:132-42:132', 'missing-country', ['44:3']],
  ],
} as const;

describe('an old page in the learn dialect, translated by a machine', () => {
  it.each(['sv-SE', 'ru-RU'] as const)('has each of its faults found where it is: %s', async (locale) => {
    const source = 'add-a-client.en-US.md';
    const args = ['pair', source, `add-a-client.${locale}.md`, '--dialect', 'learn', '--locale', locale];
    const { stdout, code } = await runLockstep(folder, [...args, '--format', 'json']);
    const { findings } = reportSchema.parse(JSON.parse(stdout));
    const loud = findings.filter(({ severity }) => severity !== 'note');
    expect(
      loud.map(({ range: { start, end }, rule, related }) => [
        `${start.line}:${start.column}-${end.line}:${end.column}`,
        rule,
        related
          .filter(({ path }) => path === source)
          .map(({ range }) => `${range.start.line}:${range.start.column}`),
      ]),
    ).toEqual(expected[locale]);
    expect(code).toBe(1);
  });
});
