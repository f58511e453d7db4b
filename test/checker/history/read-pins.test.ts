import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RevisionSettings } from '../../../scripts/checker/config/revision-settings.ts';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
import type { FoundPin } from '../../../scripts/checker/history/found-pin.ts';
import { gitHistory } from '../../../scripts/checker/history/git-history.ts';
import { readPins } from '../../../scripts/checker/history/read-pins.ts';
import { writeInto } from '../temporary-folder.ts';
import { cloneOf, git, tellHistory } from './git-story.ts';

const texts = ['First', 'Second', 'Third'].map(
  (title, at) =>
    `---\ntitle: ${title}\nversion: '1.${at}'\n---\n\n# ${title}\n\n## Start {#start}\n\nSelect **Customers**, ${title}.\n\n## End {#end}\n\nSelect **Submit**, ${title}.\n`,
) as [string, string, string];
const [first, second, third] = texts;
const source = 'en/add.md';
const translation = 'sv/add.md';

describe('a pin', () => {
  it.each<[string, RevisionSettings, (commit: string) => string, FoundPin['known']]>([
    ['a blob id', { frontMatter: 'source' }, () => `source: ${blobId(second)}`, 'pin'],
    [
      'a short blob id in quotes',
      { frontMatter: 'source' },
      () => `source: "${blobId(second).slice(0, 8)}" # seen`,
      'pin',
    ],
    ['a commit', { frontMatter: 'default_lang_commit' }, (id) => `default_lang_commit: ${id}`, 'pin'],
    [
      'a short commit below a key',
      { frontMatter: 'l10n.sourceCommit' },
      (id) => `l10n:\n  sourceCommit: ${id.slice(0, 10)}`,
      'pin',
    ],
    ['a commit under a key with a dot', { frontMatter: 'ms.commit' }, (id) => `ms.commit: ${id}`, 'pin'],
    ['a commit behind a word', { frontMatter: 'source' }, (id) => `source: git:${id}`, 'pin'],
    [
      'the address of a commit',
      { frontMatter: 'source' },
      (id) => `source: https://example.org/o/r/commit/${id}`,
      'pin',
    ],
    [
      'the address of a file in a commit',
      { frontMatter: 'source' },
      (id) => `source: https://example.org/o/r/blob/${id}/en/add.md`,
      'pin',
    ],
    [
      'a hash of the file',
      { frontMatter: 'source-hash' },
      () => `source-hash: ${digest('sha256', second)}`,
      'hash',
    ],
    ['an MD5 of the file', { frontMatter: 'source' }, () => `source: ${digest('md5', second)}`, 'hash'],
    [
      'a SHA-1 of the body',
      { frontMatter: 'source' },
      () => `source: ${digest('sha1', body(second))}`,
      'hash',
    ],
    [
      'the beginning of a hash of the trimmed body',
      { frontMatter: 'sourceHash' },
      () => `sourceHash: sha256:${digest('sha256', body(second).trim()).slice(0, 12)}`,
      'hash',
    ],
    ['a day', { frontMatter: 'date' }, () => 'date: 2026-03-02', 'date'],
    ['a moment', { frontMatter: 'translated' }, () => "translated: '2026-03-03T09:00:00+02:00'", 'date'],
    ['a day as Learn writes it', { frontMatter: 'ms.date' }, () => 'ms.date: 3/2/2026', 'date'],
    ['a version of the source', { frontMatter: 'of', sourceField: 'version' }, () => "of: '1.1'", 'date'],
  ])('may be %s', (_, settings, pin, known) => {
    const folder = tellHistory(texts.map((text) => ({ files: { [source]: text } })));
    const page = `---\r\ntitle: Andra\r\n${pin(git(folder, 'rev-parse', 'HEAD~1')).replaceAll('\n', '\r\n')}\r\n---\r\n\r\n# Andra\r\n`;
    writeInto(folder, translation, `\uFEFF${page}`);
    const found = pinsIn(folder, settings);
    expect(found).toMatchObject({
      state: 'behind',
      known,
      oldText: second,
      behindSince: { date: '2026-03-03' },
      lastCommit: { date: '2026-03-03' },
      commitsBehind: 1,
    });
    expect(found?.problem).toBeUndefined();
    expect(found?.certainty ?? 1).toBeLessThanOrEqual(known === 'date' ? 0.9 : 1);

    writeInto(folder, source, second);
    expect(pinsIn(folder, settings)).toMatchObject({ state: 'current', known });
  });

  it.each([
    ['YAML', '---\nl10n:\n  id: 1234567\n---\n'],
    ['YAML in one line', '---\nl10n: { id: 1234567 }\n---\n'],
    ['TOML', '+++\n[l10n]\nid = "1234567"\n+++\n'],
    ['JSON', '{\n  "l10n": { "id": "1234567" }\n}\n'],
  ])('below a key is read in %s, digits alone too', (_, frontMatter) => {
    const folder = tellHistory([{ files: { [source]: third, [translation]: `${frontMatter}\n# Tredje\n` } }]);
    const found = pinsIn(folder, { frontMatter: 'l10n.id' });
    expect(found).toMatchObject({
      state: 'behind',
      pin: '1234567',
      span: { start: { offset: frontMatter.indexOf('1234567') } },
    });
  });

  it.each([
    ['HTML', `<!-- EN-Revision: ${blobId(second)} Maintainer: ada Status: ready -->`],
    ['MDX', `{/* EN-Revision: ${blobId(second)} */}`],
    ['Markdown', `[//]: # (EN-Revision: ${blobId(second)})`],
  ])('may stand in a comment of %s, and not in code', (_, comment) => {
    const fenced = `\`\`\`md\n<!-- EN-Revision: ${blobId(first)} -->\n\`\`\`\n`;
    const folder = tellHistory([
      ...texts.map((text) => ({ files: { [source]: text } })),
      { files: { [translation]: `${fenced}\n${comment}\n\n# Andra\n` } },
    ]);
    const settings = { comment: 'EN-Revision' };
    expect(pinsIn(folder, settings)).toMatchObject({ state: 'behind', pin: blobId(second), oldText: second });
    writeInto(folder, translation, `${fenced}\n# Andra\n`);
    expect(pinsIn(folder, settings)).toBeUndefined();
  });

  it('of a text with line ends of Windows is that of the same text with others', () => {
    const folder = tellHistory([
      { files: { [source]: first } },
      { files: { [translation]: `---\nsource: ${blobId(first)}\n---\n` } },
    ]);
    writeInto(folder, source, first.replaceAll('\n', '\r\n'));
    expect(pinsIn(folder, { frontMatter: 'source' })?.state).toBe('current');
  });

  it.each<[string, RevisionSettings, string, RegExp]>([
    [
      'nobody knows',
      { frontMatter: 'source' },
      'source: last spring',
      /`last spring`, which is neither a git id nor a hash nor a date/,
    ],
    [
      'is a day of no calendar',
      { frontMatter: 'date' },
      'date: 2026-02-30',
      /`2026-02-30`, which is neither a git id/,
    ],
    [
      'is a commit that is not here',
      { frontMatter: 'sourceCommit' },
      `sourceCommit: ${'0a'.repeat(20)}`,
      /names the commit `0a0a.*Git knows no commit by that id\.$/,
    ],
    [
      'is a hash of something else',
      { frontMatter: 'hash' },
      `hash: ${'0a'.repeat(32)}`,
      /no text of `en\/add.md` has that hash in a way the checker knows/,
    ],
    [
      'is a day before the source',
      { frontMatter: 'date' },
      'date: 2020-01-01',
      /what its source was on that day is unknown\. Git knows no text/,
    ],
    [
      'is a version, where the source has none',
      { frontMatter: 'of', sourceField: 'edition' },
      'of: 2',
      /has no `edition`/,
    ],
  ])('that %s leaves the revision unknown, and says why', (_, settings, pin, problem) => {
    const folder = tellHistory([{ files: { [source]: first, [translation]: `---\n${pin}\n---\n` } }]);
    const found = pinsIn(folder, settings);
    expect(found?.state).toBe('unknown');
    expect(found?.problem).toMatch(problem);
  });

  it('of a day says in a shallow clone that history is cut', () => {
    const folder = tellHistory([
      ...texts.map((text) => ({ files: { [source]: text } })),
      { files: { [translation]: '---\ndate: 2026-03-01\n---\n' } },
    ]);
    const found = pinsIn(cloneOf(folder, '--depth=2'), { frontMatter: 'date' });
    expect(found).toMatchObject({
      state: 'unknown',
      problem: expect.stringMatching(/This clone is shallow/),
    });
  });
});

describe('pins of sections', () => {
  const settings = { frontMatter: 'source', comment: 'source' };

  it('let each section be held against its own old text', () => {
    const folder = toldWith(
      sectionedPage(`<!-- source: ${blobId(first)} -->`, `{/* source: ${blobId(third)} */}`),
    );
    const found = pinsIn(folder, settings);
    expect(found?.sections).toEqual([
      { state: 'behind', pin: blobId(first), line: 7 },
      { state: 'current', pin: blobId(third), line: 12 },
    ]);
    expect(found?.state).toBe('behind');
    expect(found?.oldText).toBe(
      `${second.slice(0, second.indexOf('## Start'))}${sectionOf(first, 'Start', 'End')}${third.slice(third.indexOf('## End'))}`,
    );
  });

  it('may be hashes of the section alone', () => {
    const hash = createHash('sha256')
      .update(sectionOf(first, 'Start', 'End').trim())
      .digest('hex');
    const found = pinsIn(toldWith(sectionedPage(`<!-- source: ${hash} -->`, '')), settings);
    expect(found?.sections).toEqual([{ state: 'behind', pin: hash, line: 7 }]);
    expect(found?.oldText).toContain('Select **Customers**, First.');
  });

  it('say where no section of the source answers', () => {
    const text = `${sectionedPage('', '')}\n## Mer <!-- source: ${blobId(first)} -->\n\nMer.\n`;
    const found = pinsIn(toldWith(text), settings);
    expect(found?.sections?.[0]?.state).toBe('unknown');
    expect(found?.problem).toMatch(
      /The section in line 16 has a pin of its own, and no section of `en\/add.md` answers it/,
    );
    expect(found?.oldText).toBe(second);
  });
});

function digest(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex');
}

function body(text: string): string {
  return text.slice(text.indexOf('\n# '));
}

function sectionedPage(start: string, end: string): string {
  return `---\nsource: ${blobId(second)}\n---\n\n# Andra\n\n## Börja {#start} ${start}\n\nVälj **Kunder**.\n\n## Sluta {#end}\n${end}\n\nVälj **Skicka**.\n`;
}

function toldWith(text: string): string {
  return tellHistory([
    ...texts.map((each) => ({ files: { [source]: each } })),
    { files: { [translation]: text } },
  ]);
}

function sectionOf(text: string, from: string, to: string): string {
  return text.slice(text.indexOf(`## ${from}`), text.indexOf(`## ${to}`));
}

function pinsIn(folder: string, settings: RevisionSettings): FoundPin | undefined {
  const pages = [source, translation].map((path) => {
    return { key: 'add', path, isSource: path === source, text: readFileSync(join(folder, path), 'utf8') };
  });
  return readPins(pages, gitHistory(folder, settings, pages), () => new Map()).get(translation);
}
