/** What to measure; see `parity.bench.ts`. */
export interface ParityOptions {
  readonly corpora: readonly string[] | undefined;
  readonly folder: string | undefined;
  readonly locales: readonly string[] | undefined;
  readonly kinds: readonly string[] | undefined;
  /** Of each locale. */
  readonly pages: number;
  /** Of each kind and page; `undefined` where the corpus decides. */
  readonly each: number | undefined;
  readonly seed: string;
  /** How many examples of each kind to print. */
  readonly show: number;
}

/**
 * The options that the environment gives.
 *
 * @example readOptions({ PARITY_LOCALES: 'de, fr', PARITY_PAGES: '3' }) // => { locales: ['de', 'fr'], pages: 3, … }
 */
export function readOptions(environment: Readonly<Record<string, string | undefined>>): ParityOptions {
  const listOf = (name: string): readonly string[] | undefined =>
    environment[name]
      ?.split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
  const numberOf = (name: string): number | undefined => {
    const number = Number.parseInt(environment[name] ?? '', 10);
    return Number.isNaN(number) ? undefined : number;
  };
  return {
    corpora: listOf('PARITY_CORPORA'),
    folder: environment['PARITY_FOLDER'],
    locales: listOf('PARITY_LOCALES'),
    kinds: listOf('PARITY_KINDS'),
    pages: numberOf('PARITY_PAGES') ?? 6,
    each: numberOf('PARITY_EACH'),
    seed: environment['PARITY_SEED'] ?? '1',
    show: numberOf('PARITY_SHOW') ?? 0,
  };
}
