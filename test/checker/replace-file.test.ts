import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '../../scripts/checker/replace-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

function* broken(): Iterable<string> {
  yield 'new';
  throw new RangeError('no luck');
}

describe('replaceFile', () => {
  it('leaves the old file in place until the new one is whole', () => {
    const folder = temporaryFolder({ 'report.json': 'old' });
    linkSync(join(folder, 'report.json'), join(folder, 'reader'));
    replaceFile(join(folder, 'report.json'), ['new ', 'text']);
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('new text');
    // Whoever had opened the file still reads all of the old one.
    expect(readFileSync(join(folder, 'reader'), 'utf8')).toBe('old');
    expect(readdirSync(folder).toSorted()).toEqual(['reader', 'report.json']);
  });

  it('leaves nothing behind where its pieces break off', () => {
    const folder = temporaryFolder({ 'report.json': 'old' });
    expect(() => replaceFile(join(folder, 'report.json'), broken())).toThrow('no luck');
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  it('keeps the mode, and follows links, also those that lead to no file yet', () => {
    const folder = temporaryFolder({ 'kept/page.md': 'old' });
    chmodSync(join(folder, 'kept/page.md'), 0o640);
    symlinkSync('kept/page.md', join(folder, 'link.md'));
    symlinkSync('kept/new.md', join(folder, 'new.md'));
    replaceFile(join(folder, 'link.md'), ['new']);
    replaceFile(join(folder, 'new.md'), ['new']);
    expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
    expect(statSync(join(folder, 'kept/page.md')).mode & 0o777).toBe(0o640);
    for (const name of ['page.md', 'new.md']) {
      expect(readFileSync(join(folder, 'kept', name), 'utf8')).toBe('new');
    }
  });

  it('writes a file whose name leaves no room for another', () => {
    const folder = temporaryFolder();
    const name = `${'n'.repeat(250)}.json`;
    replaceFile(join(folder, name), ['new']);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('new');
  });
});
