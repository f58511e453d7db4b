import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { stampFrontMatter } from '../../../scripts/checker/history/stamp-front-matter.ts';
import { OperationalError } from '../../../scripts/checker/operational-error.ts';

const id = 'ce013625030ba8dba906f756967f9e9ca394464a';

describe('stampFrontMatter', () => {
  it('adds the key after the last one', () => {
    expect(stampFrontMatter('---\ntitle: Lägg till\n---\n# Kund\n', 'source', id)).toBe(
      `---\ntitle: Lägg till\nsource: ${id}\n---\n# Kund\n`,
    );
  });

  it('replaces the value alone, and keeps quotes, comments, BOM and CRLF', () => {
    expect(
      stampFrontMatter(
        '\uFEFF---\r\nsource:  "old"  # the text we had\r\ntitle: A\r\n---\r\nB\r\n',
        'source',
        id,
      ),
    ).toBe(`\uFEFF---\r\nsource:  "${id}"  # the text we had\r\ntitle: A\r\n---\r\nB\r\n`);
  });

  it('fills in a key without a value', () => {
    expect(stampFrontMatter('---\nsource:\ntitle: A\n---\n', 'source', id)).toBe(
      `---\nsource: ${id}\ntitle: A\n---\n`,
    );
  });

  it('gives a page without front matter one, in its own line ends', () => {
    expect(stampFrontMatter('\uFEFF# 客户\r\n', 'source', id)).toBe(
      `\uFEFF---\r\nsource: ${id}\r\n---\r\n\r\n# 客户\r\n`,
    );
  });

  it('leaves keys of the same name deeper down and in the text alone', () => {
    const text = '---\nimage:\n  source: photo.png\n---\nsource: of joy\n';
    expect(stampFrontMatter(text, 'source', id)).toBe(
      `---\nimage:\n  source: photo.png\nsource: ${id}\n---\nsource: of joy\n`,
    );
  });

  it('takes no other key that begins alike', () => {
    expect(stampFrontMatter('---\nsource-file: a\n---\n', 'source', id)).toBe(
      `---\nsource-file: a\nsource: ${id}\n---\n`,
    );
  });

  it('writes TOML above its first table', () => {
    expect(stampFrontMatter('+++\ntitle = "A"\n[menu]\nsource = "x"\n+++\n', 'source', id)).toContain(
      `title = "A"\nsource = "${id}"\n[menu]`,
    );
  });

  it('quotes an id that YAML would take for a number', () => {
    const number = '1234567e12345678901234567890123456789012';
    const text = stampFrontMatter('---\ntitle: A\n---\n', 'source', number);
    expect(parse(text.split('---')[1] ?? '')).toEqual({ title: 'A', source: number });
  });

  it('refuses what it could only guess at', () => {
    expect(() => stampFrontMatter('---\ntitle: A\n# Kund\n', 'source', id)).toThrow(OperationalError);
    expect(() => stampFrontMatter('---\nsource: >-\n  folded\n---\n', 'source', id)).toThrow(
      /one plain line/,
    );
  });

  it('changes nothing when run again, whatever the page holds', () => {
    assert(
      property(string({ unit: 'grapheme' }), (body) => {
        const once = stampFrontMatter(`---\ntitle: A\n---\n${body}`, 'source', id);
        expect(once.endsWith(body)).toBe(true);
        expect(stampFrontMatter(once, 'source', id)).toBe(once);
      }),
    );
  });
});
