import { describe, expect, it } from 'vitest';
import { readRuleSettings } from '../../../scripts/checker/config/rule-settings.ts';

const least = { sourceLocale: 'en', pages: '{locale}/{path}.md' };

describe('readRuleSettings', () => {
  it('lets a later override win, for the files and locales that it is about', () => {
    const { severityAt } = readRuleSettings({
      ...least,
      rules: { 'missing-step': 'warning', 'stray-space': { severity: 'note', ignore: ['*/old/**'] } },
      overrides: [
        { files: '*/legacy/**', rules: { 'missing-step': 'off' } },
        { files: ['**/important.md'], rules: { 'missing-step': 'error', 'stray-space': 'error' } },
        { locales: ['ja', 'zh_hans'], rules: { 'stray-space': 'off' } },
        { files: 'ja/strict/**', locales: ['ja'], rules: { 'stray-space': { severity: 'warning' } } },
      ],
    });
    const severities = [
      ['missing-step', 'sv', 'sv/add.md'],
      ['missing-step', 'sv', 'sv/legacy/add.md'],
      ['missing-step', 'sv', 'sv/legacy/important.md'],
      ['stray-space', 'sv', 'sv/add.md'],
      ['stray-space', 'sv', 'sv/old/add.md'],
      ['stray-space', 'sv', 'sv/old/important.md'],
      ['stray-space', 'zh-Hans', 'zh-Hans/add.md'],
      ['stray-space', 'ja', 'ja/strict/add.md'],
      ['missing-link', 'sv', 'sv/add.md'],
    ].map(([rule = '', locale = '', path = '']) => severityAt(rule, { locale, path }));
    expect(severities).toEqual([
      'warning',
      'off',
      'error',
      'note',
      'off',
      'error',
      'off',
      'warning',
      undefined,
    ]);
  });

  it('runs a rule that is off where an override turns it on', () => {
    const { mayRun } = readRuleSettings({
      ...least,
      rules: { 'missing-step': 'off', 'stray-space': 'off' },
      overrides: [
        { files: 'a.md', rules: { 'missing-step': 'error' } },
        { files: 'b.md', rules: { 'stray-space': { ignore: ['c.md'] }, 'missing-link': 'off' } },
      ],
    });
    expect(['missing-step', 'stray-space', 'missing-link'].map(mayRun)).toEqual([true, false, true]);
  });
});
