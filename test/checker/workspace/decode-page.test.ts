import { describe, expect, it } from 'vitest';
import { decodePage, largestPage } from '../../../scripts/checker/workspace/decode-page.ts';

describe('decodePage', () => {
  it('keeps a BOM and line ends', () => {
    expect(decodePage(Buffer.from('\uFEFF# 客户\r\n'))).toEqual({ kind: 'text', text: '\uFEFF# 客户\r\n' });
  });

  it('names the first byte that is no UTF-8, and where it stands', () => {
    const content = decodePage(
      Buffer.concat([Buffer.from('# 客户\nL'), Buffer.from([0xe4]), Buffer.from('gg\n')]),
    );
    expect(content).toMatchObject({
      kind: 'unreadable',
      problem: {
        message: 'The file is not valid UTF-8: byte `E4` at offset 10',
        span: { start: { line: 2, column: 2, offset: 6 } },
      },
    });
  });

  it('points at the start of a character that is cut off', () => {
    expect(messageOf(Buffer.from([0x61, 0xe5, 0xae]))).toBe(
      'The file is not valid UTF-8: byte `E5` at offset 1',
    );
  });

  it.each([
    ['UTF-16 (little endian)', Buffer.from('\uFEFF# Kund\n', 'utf16le')],
    ['UTF-16 (big endian)', Buffer.from('\uFEFF# Kund\n', 'utf16le').swap16()],
    ['UTF-16 without a byte order mark, or no text', Buffer.from('# Kund\n', 'utf16le')],
  ])('recognises %s', (name, bytes) => {
    expect(messageOf(bytes)).toBe(`The file is ${name}, not UTF-8`);
  });

  it('has nothing to read in an empty file, one of white space, and one that no page can be', () => {
    expect(messageOf(Buffer.from(''))).toBe('The file is empty');
    expect(messageOf(Buffer.from('\uFEFF \n\n'))).toBe('The file is empty');
    expect(messageOf(Buffer.alloc(largestPage + 1, 'a'))).toBe('The file holds 8.0 MB, more than a page can');
    expect(messageOf(Buffer.from('# Kund\n\0'))).toBe('The file holds a NUL character, so it is not text');
  });
});

function messageOf(bytes: Uint8Array): string | undefined {
  const content = decodePage(bytes);
  return content.kind === 'unreadable' ? content.problem.message : undefined;
}
