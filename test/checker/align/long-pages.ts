const words = [
  ['customer', 'kund'],
  ['order', 'beställning'],
  ['invoice', 'faktura'],
  ['delivery', 'leverans'],
  ['price', 'pris'],
  ['contract', 'avtal'],
  ['basket', 'korg'],
  ['warehouse', 'lager'],
  ['bicycle', 'cykel'],
  ['repair', 'reparation'],
  ['spoke', 'eker'],
  ['saddle', 'sadel'],
  ['brake', 'broms'],
  ['chain', 'kedja'],
  ['wheel', 'hjul'],
  ['tyre', 'däck'],
] as const;

/** Of the source, or of its translation. */
type Side = 0 | 1;

/** Pages of any length and their translations, by what is hard about them; `size` is a number of blocks. */
export const longPages: Readonly<Record<string, (size: number) => readonly [string, string]>> = {
  'one section': (size) => [paragraphs(size, 0).join('\n\n'), paragraphs(size, 1).join('\n\n')],
  'a section for twenty blocks': (size) => [sections(size, 0).join('\n\n'), sections(size, 1).join('\n\n')],
  'one list': (size) => [list(size, 0), list(size, 1)],
  'one table': (size) => [table(size, 0), table(size, 1)],
  'all paragraphs the same': (size) => [
    Array.from({ length: size }, () => 'Customer, order, invoice.').join('\n\n'),
    Array.from({ length: size }, () => 'Kund, beställning, faktura.').join('\n\n'),
  ],
  'nothing shared': (size) => [
    Array.from({ length: size }, (_, at) => sentence(at, 0)).join('\n\n'),
    Array.from({ length: size }, (_, at) => sentence(at, 1).replaceAll(/[a-zäöå]/g, foreign)).join('\n\n'),
  ],
  'every other block removed': (size) => [
    paragraphs(size, 0).join('\n\n'),
    paragraphs(size, 1)
      .filter((_, at) => at % 2 === 1)
      .join('\n\n'),
  ],
  'the second half removed': (size) => [
    paragraphs(size, 0).join('\n\n'),
    paragraphs(size, 1)
      .slice(0, size / 2)
      .join('\n\n'),
  ],
  'sections in another order': (size) => [
    sections(size, 0).join('\n\n'),
    shuffled(sections(size, 1)).join('\n\n'),
  ],
  'blocks in another order': (size) => [
    paragraphs(size, 0).join('\n\n'),
    shuffled(paragraphs(size, 1)).join('\n\n'),
  ],
};

function paragraphs(size: number, side: Side): readonly string[] {
  return Array.from({ length: size }, (_, at) => markedSentence(at, side));
}

function sections(size: number, side: Side): readonly string[] {
  return Array.from({ length: Math.ceil(size / 20) }, (_section, section) => {
    const blocks = Array.from({ length: 20 }, (_, at) => markedSentence(section * 20 + at, side));
    return [`## ${words[section % words.length]?.[side] ?? ''} ${section}`, ...blocks].join('\n\n');
  });
}

function list(size: number, side: Side): string {
  return Array.from({ length: size }, (_, at) => `- ${markedSentence(at, side)}`).join('\n');
}

function table(size: number, side: Side): string {
  const rows = Array.from({ length: size }, (_, at) => `| ${markedSentence(at, side)} | ${at % 9} |`);
  return ['| Name | Number |', '| --- | --- |', ...rows].join('\n');
}

/** A sentence of which some have a number or code. */
function markedSentence(at: number, side: Side): string {
  const mark = at % 5 === 0 ? ` \`part-${at}\`` : at % 7 === 0 ? ` ${at}` : '';
  return `${sentence(at, side)}${mark}.`;
}

/** Six to fifteen words: those of one number say the same in both languages. */
function sentence(at: number, side: Side): string {
  const next = randoms(at + 1);
  const length = 6 + next(10);
  return Array.from({ length }, () => words[next(words.length)]?.[side] ?? '').join(' ');
}

/** The same numbers on every run. */
function randoms(seed: number): (below: number) => number {
  let state = (seed * 7919 + 13) % 0x7fffffff;
  return (below) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % below;
  };
}

function shuffled(texts: readonly string[]): readonly string[] {
  const next = randoms(texts.length);
  return texts
    .map((text) => ({ text, rank: next(1_000_000) }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ text }) => text);
}

/** Another script's letter for a Latin one. */
function foreign(letter: string): string {
  return String.fromCharCode(0x0561 + (letter.charCodeAt(0) % 30));
}
