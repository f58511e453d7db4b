import type { Block, Span } from '../../../../src/domain/document/page-document.ts';
import { countries } from '../../../../src/domain/locale/entity-kind.ts';
import { at, type Damage, type Expected, edited, exactly, type Way, within } from '../damage.ts';
import { type OwnPage, parse, sectionOf, source } from '../own-pages.ts';

/** A list of countries as a text can print it. */
interface CountryList {
  /** The page with these names in it, and where each of them is. */
  readonly print: (names: readonly string[]) => {
    readonly text: string;
    readonly starts: readonly number[];
    readonly end: number;
  };
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

const ways = [
  ['a country that is gone', removed],
  ['a country that does not belong', added],
  ['a country that stands twice', repeated],
  ['a country that became no word', garbled],
  ['a country in English', untranslated],
] as const;

/** Ways to damage the list of countries, in bullets and in a sentence; each is tried on every country. */
export const countryWays: readonly Way[] = [
  ...ways.map(
    ([name, damage]): Way => ({
      name: `${name}, in bullets`,
      damage: (page) => damage(page, bullets(shortened(page))),
    }),
  ),
  {
    name: 'nothing, where the bullets became a sentence',
    damage: (page) => untouched(page, sentence(shortened(page))),
  },
  ...ways.map(
    ([name, damage]): Way => ({
      name: `${name}, in a sentence`,
      damage: (page) => damage(page, sentence(shortened(page))),
    }),
  ),
  { name: 'a country that the source lacks as well', damage: (page) => removedEverywhere(shortened(page)) },
];

function listOf(page: OwnPage): Block {
  const list = sectionOf(page.document, section).blocks.find(({ kind }) => kind === 'list');
  if (list === undefined) throw new RangeError('There is no list of countries.');
  return list;
}

function bullets(page: OwnPage): CountryList {
  return listAs(page, (names) => {
    const lines = names.map((name) => `- ${name}`);
    return {
      text: lines.join('\n'),
      starts: offsetsOf(lines, '\n'.length).map((offset) => offset + '- '.length),
    };
  });
}

function offsetsOf(pieces: readonly string[], gap: number): readonly number[] {
  let offset = 0;
  return pieces.map((piece) => {
    const start = offset;
    offset += piece.length + gap;
    return start;
  });
}

function sentence(page: OwnPage): CountryList {
  const stop = page.locale.startsWith('zh') ? '。' : '.';
  const format = new Intl.ListFormat(page.locale);
  return listAs(page, (names) => {
    const starts: number[] = [];
    let text = '';
    for (const { type, value } of format.formatToParts(names)) {
      if (type === 'element') starts.push(text.length);
      text += value;
    }
    return { text: `${text}${stop}`, starts };
  });
}

function listAs(
  page: OwnPage,
  write: (names: readonly string[]) => { text: string; starts: readonly number[] },
): CountryList {
  const list = listOf(page);
  const names = list.children.map(({ text }) => text);
  const from = list.span.start.offset;
  return {
    names,
    codes: names.map((name) => countries.resolve(name, page.locale)?.code ?? ''),
    print: (printed) => {
      const written = write(printed);
      const text = edited(page.text, [{ from, to: list.span.end.offset, text: written.text }]);
      return { text, starts: written.starts.map((start) => from + start), end: from + written.text.length };
    },
  };
}

/** From the first name to the last. */
function namesIn(list: Block): Span {
  const [first, last] = [list.children[0], list.children.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('The list is empty.');
  return { start: first.textSpan.start, end: last.textSpan.end };
}

const section = 'company-registration-ids';

/** A page with its front matter and the section of the list alone: the rest has no part in it, and takes time. */
function shortened(page: OwnPage): OwnPage {
  const { span } = sectionOf(page.document, section);
  const front = page.text.slice(0, page.document.frontMatter?.span.end.offset ?? 0);
  const text = `${front}\n\n${page.text.slice(span.start.offset, span.end.offset)}`;
  return { ...page, text, document: parse(text) };
}

const shortSource = shortened(source);
const inSource: Expected['counterparts'] = [at(namesIn(listOf(shortSource)))];

function untouched(page: OwnPage, list: CountryList): readonly Damage[] {
  return [
    {
      text: list.print(list.names).text,
      sourceText: shortSource.text,
      faults: [{ what: page.locale, answers: [[]] }],
    },
  ];
}

function removed(_: OwnPage, list: CountryList): readonly Damage[] {
  return list.names.map((name, n): Damage => {
    const { text, starts, end } = list.print(list.names.toSpliced(n, 1));
    const place: Expected['place'] = { kind: 'gap', from: starts[0] ?? end, to: end };
    const data = { countries: [list.codes[n]] };
    const answers = [[{ rule: 'missing-country', place, counterparts: inSource, data }]];
    return { text, sourceText: shortSource.text, faults: [{ what: name, answers }] };
  });
}

/** None of these has to have an ID. */
const strangers = ['SE', 'JP', 'CA', 'IS', 'KR', 'DE', 'NG', 'PE', 'FI', 'GE', 'CZ', 'US'];

function added(page: OwnPage, list: CountryList): readonly Damage[] {
  return [...list.names.keys(), list.names.length].map((n): Damage => {
    const code = strangers[n % strangers.length] ?? '';
    const name = countries.nameOf(code, page.locale);
    return oneName(list, list.names.toSpliced(n, 0, name), n, {
      rule: 'extra-country',
      data: { countries: [code] },
    });
  });
}

function repeated(_: OwnPage, list: CountryList): readonly Damage[] {
  const { names, codes } = list;
  return names.map((name, n): Damage => {
    const second = Math.min(names.length, n + 1 + (n % 5));
    const data = { countries: [codes[n]], times: [2] };
    return oneName(list, names.toSpliced(second, 0, name), second, { rule: 'repeated-country', data });
  });
}

/** Words of no language, such as machine translation leaves; some are near a country's name in letters. */
const garbage: Readonly<Record<string, readonly string[]>> = {
  'sv-SE': ['Judic', 'Jve', 'jiska', 'IaA', 'Bande', 'Obelix', 'Mjuk'],
  'ru-RU': ['Жудик', 'Жве', 'жиска', 'ИаА', 'Банде', 'Обелик', 'Мягко'],
  'zh-CN': ['犹迪克', '吉斯', '软的', '班得', '阿伊', '木头', '欧贝'],
  'zh-TW': ['猶迪克', '吉斯', '軟的', '班得', '阿伊', '木頭', '歐貝'],
};

function garbled(page: OwnPage, list: CountryList): readonly Damage[] {
  const words = garbage[page.locale] ?? [];
  return list.names.map((_, n): Damage => {
    const word = words[n % words.length] ?? '';
    return oneName(list, list.names.with(n, word), n, { rule: 'unknown-country', data: { names: [word] } });
  });
}

function untranslated(page: OwnPage, list: CountryList): readonly Damage[] {
  const english = new Map(
    listOf(shortSource).children.map(({ text }) => [countries.resolve(text, source.locale)?.code, text]),
  );
  return list.codes.flatMap((code, n): Damage[] => {
    const name = english.get(code);
    // What both languages call alike is translated.
    if (name === undefined || countries.resolve(name, page.locale) !== undefined) return [];
    return [
      oneName(list, list.names.with(n, name), n, {
        rule: 'untranslated-country',
        data: { countries: [code] },
      }),
    ];
  });
}

/** The damage that stands at one name. */
function oneName(
  list: CountryList,
  names: readonly string[],
  n: number,
  expected: Pick<Expected, 'rule' | 'data'>,
): Damage {
  const { text, starts } = list.print(names);
  const name = names[n] ?? '';
  const from = starts[n] ?? 0;
  const place = exactly(text, from, from + name.length);
  const answers = [[{ ...expected, place, counterparts: inSource }]];
  return { text, sourceText: shortSource.text, faults: [{ what: `${name}, as number ${n + 1}`, answers }] };
}

/** The form knows the countries too: a source that lacks one is no excuse. */
function removedEverywhere(page: OwnPage): readonly Damage[] {
  const [list, sourceList] = [bullets(page), bullets(shortSource)];
  return list.codes.map((code, n): Damage => {
    const { text, starts, end } = list.print(list.names.toSpliced(n, 1));
    const also = sourceList.print(sourceList.names.toSpliced(sourceList.codes.indexOf(code), 1));
    const data = { countries: [code] };
    const shown = parse(also.text);
    return {
      text,
      sourceText: also.text,
      faults: [
        {
          what: list.names[n] ?? '',
          answers: [
            [
              {
                rule: 'missing-country',
                path: source.path,
                place: { kind: 'gap', from: also.starts[0] ?? 0, to: also.end },
                counterparts: [],
                data,
              },
              {
                rule: 'missing-country',
                place: { kind: 'gap', from: starts[0] ?? 0, to: end },
                counterparts: [within(sectionOf(shown, section).span)],
                data,
              },
            ],
          ],
        },
      ],
    };
  });
}
