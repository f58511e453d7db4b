import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { confinedTree, leavesFolder } from '../../../scripts/checker/workspace/confined-tree.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('leavesFolder', () => {
  it.each([
    ['docs/../add.md', false],
    ['..docs/add.md', false],
    ['', false],
    ['../add.md', true],
    ['docs/../../add.md', true],
    ['docs\\..\\..\\add.md', true],
    ['/etc/passwd', true],
    ['C:/secrets.json', true],
    ['~/secrets.json', true],
  ])('says of %j %s', (path, leaves) => {
    expect(leavesFolder(path)).toBe(leaves);
  });
});

describe('confinedTree', () => {
  it('reads what is inside, and links that stay there, and nothing else', () => {
    const root = temporaryFolder({ 'docs/add.md': '# Add', 'secret/add.md': '# Secret' });
    symlinkSync('add.md', join(root, 'docs/same.md'));
    symlinkSync('../secret/add.md', join(root, 'docs/other.md'));
    symlinkSync('../secret', join(root, 'docs/others'));
    const tree = confinedTree(join(root, 'docs'));
    expect(Buffer.from(tree.read('same.md')).toString()).toBe('# Add');
    for (const path of ['other.md', 'others/add.md', '../secret/add.md', join(root, 'secret/add.md')]) {
      expect(() => tree.read(path)).toThrow('it lies outside the working folder');
      expect(() => tree.sizeOf(path)).toThrow('it lies outside the working folder');
    }
    expect(() => tree.entriesOf('others')).toThrow('it lies outside the working folder');
    expect(tree.realPlaceOf('others')).toBeUndefined();
    expect(tree.matching(['**/*.md', '../secret/*.md'])).toEqual(['add.md', 'same.md']);
  });
});
