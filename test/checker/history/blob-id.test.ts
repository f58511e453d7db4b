import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';

describe('blobId', () => {
  it('gives the id that git gives', () => {
    const text = '# Lägg till en kund 😀\n';
    const { stdout } = spawnSync('git', ['hash-object', '--stdin'], { input: text });
    expect(blobId(text)).toBe(stdout.toString().trim());
    expect(blobId('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  });

  it('counts line ends as LF and keeps a BOM', () => {
    expect(blobId('a\r\nb\r\n')).toBe(blobId('a\nb\n'));
    expect(blobId('\uFEFFa\n')).not.toBe(blobId('a\n'));
  });
});
