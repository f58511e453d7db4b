import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { scriptsOfLocale } from '../../../src/domain/locale/scripts.ts';
import { fixRuleCase, localeOfCaseFile, readRuleCases, runRuleCase } from './rule-cases.ts';

const cases = readRuleCases();

describe('the list of rules', () => {
  it('names every file in the rules folder, in order, and nothing else', () => {
    const files = readdirSync(join(import.meta.dirname, '../../../scripts/checker/rules'))
      .filter((name) => name.endsWith('.ts') && name !== 'index.ts' && name !== 'rule.ts')
      .map((name) => name.slice(0, -'.ts'.length))
      .toSorted();
    expect(rules.map((rule) => rule.id)).toEqual(files);
  });

  it('has no folder of cases without a rule', () => {
    const ids = new Set(rules.map((rule) => rule.id));
    expect([...new Set(cases.map((ruleCase) => ruleCase.rule))].filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const own = cases.filter((ruleCase) => ruleCase.rule === id);

  it('has cases with findings, without, and in a script other than Latin', () => {
    expect(own.filter((ruleCase) => ruleCase.expected !== '').map((ruleCase) => ruleCase.name)).not.toEqual(
      [],
    );
    expect(own.filter((ruleCase) => ruleCase.expected === '').map((ruleCase) => ruleCase.name)).not.toEqual(
      [],
    );
    const locales = own.flatMap((ruleCase) =>
      ruleCase.files.map((file) => localeOfCaseFile(file, ruleCase.settings)),
    );
    expect(locales.some((locale) => !scriptsOfLocale(locale).includes('Latn'))).toBe(true);
  });

  it('explains itself in full sentences', () => {
    for (const text of Object.values(rule.docs)) expect(text).toMatch(/^\p{Lu}.*\.$/su);
  });

  for (const ruleCase of own) {
    it(`${ruleCase.name.replaceAll('-', ' ')}`, () => {
      expect(runRuleCase(rule, ruleCase)).toBe(ruleCase.expected);
    });
    it(`${ruleCase.name.replaceAll('-', ' ')}, with CRLF line ends`, () => {
      expect(runRuleCase(rule, ruleCase, '\r\n')).toBe(ruleCase.expected);
    });
    if (ruleCase.expected === '' && ruleCase.fixed.size === 0) continue;
    it.each(['\n', '\r\n'] as const)(
      `${ruleCase.name.replaceAll('-', ' ')}, with its fixes (%j)`,
      (lineEnd) => {
        const { texts, unfixable, left } = fixRuleCase(rule, ruleCase, lineEnd);
        const fixed = new Map(Array.from(texts, ([path, text]) => [path, text.replaceAll('\r\n', '\n')]));
        expect(fixed).toEqual(ruleCase.fixed);
        expect(left).toBe(unfixable);
      },
    );
  }
});
