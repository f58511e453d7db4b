import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFixedFiles } from '../../../scripts/checker/fixes/write-fixed-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const before = 'Välj Kunder .\n';
const after = 'Välj Kunder.\n';

describe('files with fixes in them', () => {
  it('are written whole, with their byte order mark and their mode', () => {
    const folder = temporaryFolder({ 'sv/add.md': `\uFEFF${before}` });
    chmodSync(join(folder, 'sv/add.md'), 0o640);
    writeFixedFiles(
      [{ path: 'sv/add.md', before: `\uFEFF${before}`, after: `\uFEFF${after}`, mended: [] }],
      folder,
    );
    expect(readFileSync(join(folder, 'sv/add.md'), 'utf8')).toBe(`\uFEFF${after}`);
    expect(statSync(join(folder, 'sv/add.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, 'sv'))).toEqual(['add.md']);
  });

  it('stay as they are, all of them, where one has changed meanwhile', () => {
    const folder = temporaryFolder({ 'a.md': before, 'b.md': 'Nytt.\n' });
    const files = ['a.md', 'b.md'].map((path) => ({ path, before, after, mended: [] }));
    expect(() => writeFixedFiles(files, folder)).toThrow('`b.md` has changed while it was checked');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(before);
  });

  it('never leave the working folder, by name or by link', () => {
    const outer = temporaryFolder({ 'secret.md': before });
    const folder = join(outer, 'project');
    mkdirSync(folder);
    symlinkSync(join(outer, 'secret.md'), join(folder, 'link.md'));
    for (const path of ['../secret.md', 'link.md', join(outer, 'secret.md')]) {
      expect(() => writeFixedFiles([{ path, before, after, mended: [] }], folder)).toThrow(
        'lies outside the working folder',
      );
    }
    expect(readFileSync(join(outer, 'secret.md'), 'utf8')).toBe(before);
  });

  it('are written where a link inside the folder leads', () => {
    const folder = temporaryFolder({ '..hidden/add.md': before });
    symlinkSync(join(folder, '..hidden'), join(folder, 'sv'));
    writeFixedFiles([{ path: 'sv/add.md', before, after, mended: [] }], folder);
    expect(readFileSync(join(folder, '..hidden/add.md'), 'utf8')).toBe(after);
  });
});
