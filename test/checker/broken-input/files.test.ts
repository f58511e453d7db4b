import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Report, reportSchema } from '../../../src/domain/report/report.ts';
import { spawnLockstep } from '../cli/run-lockstep.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';

const settings = { sourceLocale: 'en', locales: ['en', 'sv'], pages: 'content/{locale}/{path}.md' };
const source = '# Add a customer\n\n1. Select **Customers**.\n2. Select **Add**.\n\nEnter 12 names.\n';
const translation = '# Lägg till en kund\n\n1. Välj **Kunder**.\n2. Välj **Lägg till**.\n\nAnge 12 namn.\n';
/** What every check says of the other page, whatever is wrong with the first. */
const lostStep = { rule: 'missing-step', path: 'content/sv/other.md' };

/** A project of one page in step, and one whose translation has lost a step. */
function project(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return temporaryFolder({
    'lockstep.config.json': JSON.stringify(settings),
    'content/en/add.md': source,
    'content/sv/add.md': translation,
    'content/en/other.md': source,
    'content/sv/other.md': translation.replace('2. Välj **Lägg till**.\n', ''),
    ...files,
  });
}

interface Found {
  readonly rule: string;
  readonly path: string;
  readonly message?: string;
}

/** The report of the whole command as a shell runs it. */
function check(folder: string): { report: Report; found: readonly Found[]; stderr: string } {
  const { stdout, stderr, code } = spawnLockstep(folder, ['check', '--no-cache', '--format', 'json']);
  expect({ code, stderr: code === 1 ? '' : stderr }).toEqual({ code: 1, stderr: '' });
  const report = reportSchema.parse(JSON.parse(stdout));
  return { report, stderr, found: report.findings.map(({ rule, path }) => ({ rule, path })) };
}

function messagesOf(report: Report, rule: string): readonly string[] {
  return report.findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
}

describe('a file that is no page', () => {
  it.each([
    ['is empty', '', 'The file is empty'],
    ['holds white space', ' \n\t\r\n', 'The file is empty'],
    ['holds a byte order mark alone', '\uFEFF', 'The file is empty'],
    ['holds a NUL', `${source}\0`, 'The file holds a NUL character, so it is not text'],
    [
      'is UTF-16 with a mark',
      Buffer.from(`\uFEFF${translation}`, 'utf16le'),
      'The file is UTF-16 (little endian), not UTF-8',
    ],
    [
      'is UTF-16 without one',
      Buffer.from(translation, 'utf16le'),
      'The file is UTF-16 without a byte order mark, or no text, not UTF-8',
    ],
    [
      'holds a lone surrogate',
      Uint8Array.of(0x23, 0x20, 0xed, 0xa0, 0x80),
      'The file is not valid UTF-8: byte `ED` at offset 2',
    ],
    ['has 20 MB', 'Ord \n'.repeat(4_000_000), 'The file holds 19.1 MB, more than a page can'],
  ])('is named when it %s, and the other pages are judged', (_, content, message) => {
    const { report, found } = check(project({ 'content/sv/add.md': content }));
    expect(found).toEqual([{ rule: 'unreadable-page', path: 'content/sv/add.md' }, lostStep]);
    expect(messagesOf(report, 'unreadable-page')).toEqual([message]);
    expect(report.pages.find(({ path }) => path === 'content/sv/add.md')?.state).toBe('unreadable');
  });

  it('is named where it is the source, and its translation is not judged against nothing', () => {
    const { found } = check(project({ 'content/en/add.md': '' }));
    expect(found).toEqual([{ rule: 'unreadable-page', path: 'content/en/add.md' }, lostStep]);
  });

  it('is named when nobody may read it', () => {
    const folder = project();
    const page = join(folder, 'content/sv/add.md');
    chmodSync(page, 0o000);
    // Root may read everything: then nothing is wrong with the page.
    const isRoot = process.getuid?.() === 0;
    const { found } = check(folder);
    const unreadable = { rule: 'unreadable-page', path: 'content/sv/add.md' };
    expect(found).toEqual(isRoot ? [lostStep] : [unreadable, lostStep]);
  });
});

describe('links and other things of the disk', () => {
  it('calls a link that leads nowhere an unreadable page, and nothing else', () => {
    const folder = project();
    symlinkSync('gone.md', join(folder, 'content/sv/new.md'));
    const { found, report } = check(folder);
    expect(found).toEqual([{ rule: 'unreadable-page', path: 'content/sv/new.md' }, lostStep]);
    expect(messagesOf(report, 'unreadable-page')).toEqual(['The file could not be read: it is not there']);
  });

  it('calls a link to itself an unreadable page', () => {
    const folder = project();
    symlinkSync('loop.md', join(folder, 'content/en/loop.md'));
    symlinkSync('loop.md', join(folder, 'content/sv/loop.md'));
    const { found } = check(folder);
    expect(found).toEqual([
      { rule: 'unreadable-page', path: 'content/en/loop.md' },
      { rule: 'unreadable-page', path: 'content/sv/loop.md' },
      lostStep,
    ]);
  });

  it('follows links to folders above them once', () => {
    const folder = project();
    symlinkSync('..', join(folder, 'content/sv/again'));
    symlinkSync('.', join(folder, 'content/en/here'));
    expect(check(folder).found).toEqual([lostStep]);
  });

  it('reads a page through a link', () => {
    const folder = project();
    writeInto(folder, 'kept/page.md', source);
    symlinkSync('../../kept/page.md', join(folder, 'content/en/linked.md'));
    writeInto(folder, 'content/sv/linked.md', translation);
    expect(check(folder).found).toEqual([lostStep]);
  });

  it('looks into a folder that is named like a page', () => {
    const folder = project();
    mkdirSync(join(folder, 'content/sv/folder.md'));
    writeInto(folder, 'content/en/folder.md/page.md', source);
    writeInto(folder, 'content/sv/folder.md/page.md', translation);
    expect(check(folder).found).toEqual([lostStep]);
  });

  it.skipIf(process.platform === 'win32')('does not wait for pipes and sockets', async () => {
    const folder = project();
    execFileSync('/usr/bin/mkfifo', [join(folder, 'content/en/pipe.md')]);
    symlinkSync('pipe.md', join(folder, 'content/en/linked.md'));
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((listening) => server.listen(join(folder, 'content/en/socket.md'), listening));
    expect(check(folder).found).toEqual([lostStep]);
  });

  it('takes names in any script, and such that hold what patterns mean', () => {
    const folder = project();
    for (const name of ['客户.md', 'å ä.md', 'a[b].md', '{locale}.md', "it's.md", 'שלום.md']) {
      writeFileSync(join(folder, 'content/en', name), source);
      writeFileSync(join(folder, 'content/sv', name), translation);
    }
    expect(check(folder).found).toEqual([lostStep]);
  });
});
