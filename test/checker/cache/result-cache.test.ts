import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openResultCache, type ResultCache } from '../../../scripts/checker/cache/result-cache.ts';
import type { Family } from '../../../scripts/checker/engine/family.ts';
import { type Judgement, judgeFamily } from '../../../scripts/checker/engine/judge-family.ts';
import type { FoundPin } from '../../../scripts/checker/history/found-pin.ts';
import { familyOf, judgement, nameOf } from '../engine/families.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const family = familyOf('add', 1);
const result = judgeFamily(family, judgement);

describe('what is kept of earlier runs', () => {
  it('is what was judged', () => {
    const place = temporaryFolder();
    keep(place, [family]);
    expect(find(place, family)).toEqual(result);
  });

  it.each<[string, Family]>([
    ['a text', withFile({ content: { kind: 'text', text: '# Kund\n' } })],
    ['a line end', withFile({ content: { kind: 'text', text: `${textOf(family)}\n` } })],
    ['a path', withFile({ path: 'sv/add.md' })],
    ['a locale', withFile({ locale: 'sv' })],
    ['which page is the source', withFile({ isSource: true })],
    ['a page more', { ...family, files: [...family.files, ...familyOf('next').files] }],
    ['a page that cannot be read', withFile({ content: unreadable('It is a folder') })],
    ['where pages are expected', { ...family, expected: [] }],
    [
      'a pin',
      { ...family, pins: new Map([['sv-SE/add.md', { state: 'current', known: 'pin', pin: 'abc1234' }]]) },
    ],
    [
      'the text that a pin names',
      {
        ...family,
        pins: new Map([
          ['sv-SE/add.md', { state: 'behind', known: 'pin', pin: 'abc1234', oldText: '# A\n' }],
        ]),
      },
    ],
  ])('is of no use after a change of %s', (_, changed) => {
    const place = temporaryFolder();
    keep(place, [family]);
    expect(find(place, changed)).toBeUndefined();
  });

  it('is of no use once history tells something else of a translation', () => {
    const names = [
      {},
      { known: 'history' as const },
      { certainty: 0.6 },
      { oldText: '# B\n' },
      { lastCommit: { id: 'abc1234', date: '2026-03-01' } },
      { behindSince: { id: 'abc1234', date: '2026-03-01' } },
      { commitsBehind: 2 },
      { sections: [{ state: 'behind' as const, pin: 'abc1234', line: 3 }] },
      { problem: 'This clone is shallow.' },
    ].map((rest) => nameOf(pinned(rest)));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each<[string, Judgement, string]>([
    ['rules', { ...judgement, rules: judgement.rules.slice(1) }, 'program'],
    ['dialect', { ...judgement, dialect: 'mdx' }, 'program'],
    ['pin', { ...judgement, pinKey: 'source' }, 'program'],
    ['product', withLabel('Kunder'), 'program'],
    ['program', judgement, 'another program'],
  ])('is of no use under another %s', (_, other, program) => {
    const place = temporaryFolder();
    keep(place, [family]);
    expect(find(place, family, openResultCache(place, other, program))).toBeUndefined();
  });

  it('is not believed where the file is cut, foreign or changed', () => {
    const place = temporaryFolder();
    keep(place, [family, familyOf('next')]);
    const file = join(place, readdirSync(place)[0] ?? '');
    const whole = readFileSync(file, 'utf8');
    const found = (content: string): readonly unknown[] => {
      writeFileSync(file, content);
      return [find(place, family), find(place, familyOf('next'))].map((each) => each?.key);
    };
    expect(found(whole)).toEqual(['add', 'next']);
    expect(found(whole.slice(0, -10))).toEqual(['add', undefined]);
    expect(found(whole.replace('missing-step', 'missing-stop'))).toEqual([undefined, 'next']);
    expect(found('')).toEqual([undefined, undefined]);
    expect(found('\0\uFFFD nothing of ours\n\n')).toEqual([undefined, undefined]);
    expect(found(`noise\n${whole}`)).toEqual(['add', 'next']);
  });

  it('is as good as none where it cannot be read or written, which is said', () => {
    const place = temporaryFolder({ taken: 'a file, no folder' });
    const cache = openResultCache(join(place, 'taken'), judgement, 'program');
    cache.put(nameOf(family), result);
    expect(cache.save(new Set(['add']))).toMatch(/\S/);
  });

  it('stays where a run looked at other pages, and goes with pages that are gone', () => {
    const place = temporaryFolder();
    const next = familyOf('next');
    keep(place, [family, next]);
    keep(place, [familyOf('third')], ['add', 'next', 'third']);
    expect(find(place, next)).toBeDefined();
    keep(place, [familyOf('third', 1)], ['add', 'third']);
    expect(find(place, family)).toBeDefined();
    expect(find(place, next)).toBeUndefined();
    expect(find(place, familyOf('third'))).toBeUndefined();
    expect(find(place, familyOf('third', 1))).toBeDefined();
  });

  it('goes with settings that nobody has used for long', () => {
    const place = temporaryFolder();
    for (let program = 0; program < 12; program++) {
      keep(place, [family], ['add'], String(program));
      for (const name of readdirSync(place)) {
        const age = name.startsWith('.') ? 0 : program - 20;
        utimesSync(join(place, name), age, age);
      }
    }
    expect(readdirSync(place).length).toBeLessThan(10);
    expect(find(place, family, openResultCache(place, judgement, '11'))).toBeDefined();
  });
});

function pinned(rest: Partial<FoundPin>): Family {
  const pin: FoundPin = { state: 'behind', known: 'pin', pin: 'abc1234', oldText: '# A\n', ...rest };
  return { ...family, pins: new Map([['sv-SE/add.md', pin]]) };
}

function keep(
  place: string,
  families: readonly Family[],
  keys: readonly string[] = families.map(({ key }) => key),
  program = 'program',
): void {
  const cache = openResultCache(place, judgement, program);
  for (const each of families) {
    const name = nameOf(each);
    if (cache.get(name) === undefined) {
      cache.put(name, judgeFamily(each, judgement));
    }
  }
  expect(cache.save(new Set(keys))).toBeUndefined();
}

function find(
  place: string,
  wanted: Family,
  cache: ResultCache = openResultCache(place, judgement, 'program'),
): ReturnType<ResultCache['get']> {
  return cache.get(nameOf(wanted));
}

/** The family with something else about its translation. */
function withFile(change: Partial<Family['files'][number]>): Family {
  const [source, translation] = family.files;
  if (source === undefined || translation === undefined) throw new RangeError('There is no translation.');
  return { ...family, files: [source, { ...translation, ...change }] };
}

function textOf({ files }: Family): string {
  const content = files[1]?.content;
  return content?.kind === 'text' ? content.text : '';
}

function unreadable(message: string): Family['files'][number]['content'] {
  const start = { line: 1, column: 1, offset: 0 };
  return { kind: 'unreadable', problem: { kind: 'file', message, span: { start, end: start } } };
}

function withLabel(text: string): Judgement {
  const label = { id: 'customers', text, path: 'labels.json' };
  const labels = new Map([['sv-SE', new Map([['customers', label]])]]);
  return { ...judgement, product: { ...judgement.product, labels } };
}
