import { describe, expect, it } from 'vitest';
import { stampField } from '../../../scripts/checker/history/stamp-field.ts';

describe('stampField', () => {
  it.each([
    [
      'a nested value, with its quotes and comment',
      '---\r\nl10n:\r\n  lang: sv\r\n  id: "old" # seen\r\ntitle: A\r\n---\r\n',
      '---\r\nl10n:\r\n  lang: sv\r\n  id: "0a881ee" # seen\r\ntitle: A\r\n---\r\n',
    ],
    [
      'a nested value in one line',
      '---\nl10n: { id: old, lang: sv }\n---\n',
      '---\nl10n: { id: 0a881ee, lang: sv }\n---\n',
    ],
    [
      'a field below a key that is there',
      '\uFEFF---\nl10n: # of ours\n    lang: sv\ntitle: A\n---\n',
      '\uFEFF---\nl10n: # of ours\n    id: 0a881ee\n    lang: sv\ntitle: A\n---\n',
    ],
    [
      'a field and the key above it',
      '---\ntitle: A\n---\nB\n',
      '---\ntitle: A\nl10n:\n  id: 0a881ee\n---\nB\n',
    ],
    ['a field of a page without front matter', '# A\n', '---\nl10n:\n  id: 0a881ee\n---\n\n# A\n'],
    ['a key that is written with its dot', '---\nl10n.id: old\n---\n', '---\nl10n.id: 0a881ee\n---\n'],
    [
      'a table of TOML',
      '+++\ntitle = "A"\n[l10n]\nlang = "sv"\n+++\n',
      '+++\ntitle = "A"\n[l10n]\nid = "0a881ee"\nlang = "sv"\n+++\n',
    ],
    ['a value in a table of TOML', "+++\n[l10n]\nid = 'old'\n+++\n", "+++\n[l10n]\nid = '0a881ee'\n+++\n"],
    [
      'a dotted key of TOML',
      '+++\ntitle = "A"\n[menu]\nid = "x"\n+++\n',
      '+++\ntitle = "A"\nl10n.id = "0a881ee"\n[menu]\nid = "x"\n+++\n',
    ],
    [
      'a value of JSON',
      '{\n  "id": "x",\n  "l10n": { "id": "old" }\n}\n',
      '{\n  "id": "x",\n  "l10n": { "id": "0a881ee" }\n}\n',
    ],
  ])('sets %s', (_, before, after) => {
    expect(stampField(before, 'l10n.id', '0a881ee')).toBe(after);
    expect(stampField(after, 'l10n.id', '0a881ee')).toBe(after);
  });

  it('sets a field of JSON that is not there yet', () => {
    expect(stampField('{\n  "title": "A"\n}\n', 'source', '0a881ee')).toBe(
      '{\n  "source": "0a881ee",\n  "title": "A"\n}\n',
    );
  });

  it('quotes what YAML would take for a number', () => {
    expect(stampField('---\nl10n:\n  id: old\n---\n', 'l10n.id', '1234567')).toBe(
      "---\nl10n:\n  id: '1234567'\n---\n",
    );
    expect(stampField('---\nof: 1.9\n---\n', 'of', '1.10')).toBe("---\nof: '1.10'\n---\n");
  });

  it.each([
    ['a key that holds a value of its own', '---\nl10n: sv\n---\n'],
    ['a key that holds a list', '---\nl10n:\n  - sv\n---\n'],
    ['JSON without the key above', '{ "title": "A" }\n'],
  ])('refuses %s', (_, text) => {
    expect(() => stampField(text, 'l10n.id', '0a881ee')).toThrow(
      'Where `l10n.id` belongs in the front matter is not clear.',
    );
  });
});
