import { expect, it } from 'vitest';
import { readCode } from '../../../src/domain/messages/read-code.ts';

const code = `import { useTranslation } from 'react-i18next';
// t('gone') and
/* t('gone.too') */
const a = t('form.title') + i18next.t("ns:key", { count }) + this.$t('x');
const b = [t('own', 'A text'), t(\`row.\${id}\`), count('no'), format.t('not'), t(name)];
<p>don't {t('in.jsx')} it's 'stage.' + {x}</p>
const { heading } = words, c = 'menu.' + page + '.label', d = \`\${page}.hint\`;
`;

it('finds calls with a key and nothing else', () => {
  const { calls } = readCode(code);
  expect(calls.map(({ key, span }) => [key, span.start.line])).toEqual([
    ['form.title', 4],
    ['ns:key', 4],
    ['x', 4],
    ['in.jsx', 6],
  ]);
});

it('knows calls of other functions where it is told, and none of `t` where no translations are spoken of', () => {
  expect(readCode(code, ['count', 'format.t']).calls.map(({ key }) => key)).toEqual(['no', 'not']);
  expect(readCode("t('x.y')").calls).toEqual([]);
});

it('counts whatever is quoted, begun or ended', () => {
  const { texts, beginnings, endings, names } = readCode(code);
  expect(['form.title', 'in.jsx', 'gone', 'no'].filter((text) => !texts.has(text))).toEqual([]);
  expect([...beginnings]).toEqual(expect.arrayContaining(['row.', 'stage.', 'menu.']));
  expect([...endings]).toEqual(expect.arrayContaining(['.label', '.hint']));
  expect(names.has('heading')).toBe(true);
});
