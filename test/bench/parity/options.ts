import { parseArgs } from 'node:util';

/** What to measure; see `parity.bench.ts`. */
export interface ParityOptions {
  /** Of the corpora that are known by name; default: all that are there, or none beside a folder. */
  readonly corpora: readonly string[] | undefined;
  /** A corpus of one's own: the folder, and the file with its settings where that does not lie in it. */
  readonly folder: string | undefined;
  readonly settings: string | undefined;
  readonly locales: readonly string[] | undefined;
  readonly kinds: readonly string[] | undefined;
  /** Of each locale; `undefined` where the corpus decides. */
  readonly pairs: number | undefined;
  /** Of each kind and page; `undefined` where the corpus decides. */
  readonly each: number | undefined;
  readonly seed: string;
  /** How many examples of each kind to print. */
  readonly show: number;
  /** Where the figures are written too. */
  readonly json: string | undefined;
}

/**
 * The options of the command line.
 *
 * @throws TypeError for an option that there is not, or that needs a number and has none.
 * @example readOptions(['--locale', 'de,fr', '--pairs', '3']) // => { locales: ['de', 'fr'], pairs: 3, … }
 */
export function readOptions(args: readonly string[]): ParityOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string' },
      folder: { type: 'string' },
      config: { type: 'string' },
      locale: { type: 'string' },
      kind: { type: 'string' },
      pairs: { type: 'string' },
      each: { type: 'string' },
      seed: { type: 'string' },
      show: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const isOwnFolder = values.folder !== undefined || values.config !== undefined;
  return {
    corpora: listOf(values.corpus) ?? (isOwnFolder ? [] : undefined),
    folder: isOwnFolder ? (values.folder ?? '.') : undefined,
    settings: values.config,
    locales: listOf(values.locale),
    kinds: listOf(values.kind),
    pairs: numberOf('pairs', values.pairs),
    each: numberOf('each', values.each),
    seed: values.seed ?? '1',
    show: numberOf('show', values.show) ?? 0,
    json: values.json,
  };
}

function listOf(value: string | undefined): readonly string[] | undefined {
  return value
    ?.split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function numberOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new TypeError(`--${name} takes a whole number, not \`${value}\`.`);
  return Number.parseInt(value, 10);
}
