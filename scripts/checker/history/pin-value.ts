import type { RevisionSettings } from '../config/revision-settings.ts';

/** What a pin says, as far as its form tells. */
export type PinValue =
  /** Hexadecimal digits of a blob, a commit or a hash. */
  | { readonly kind: 'id'; readonly id: string }
  /** The last second that it may mean, since 1970. */
  | { readonly kind: 'date'; readonly until: number }
  /** The value of a field of the source. */
  | { readonly kind: 'field' }
  | { readonly kind: 'unknown' };

/** What kind of pin a project writes: as its settings say, or as the name of the pin does; `undefined` where neither tells. */
export function pinKindOf(settings: RevisionSettings): RevisionSettings['kind'] {
  const { kind, sourceField, hash, frontMatter, comment } = settings;
  if (kind !== undefined) return kind;
  if (sourceField !== undefined) return 'field';
  if (hash !== undefined) return 'hash';
  const name = frontMatter ?? comment ?? '';
  if (/commit/i.test(name)) return 'commit';
  return /hash|checksum|digest|sha256|md5/i.test(name) ? 'hash' : undefined;
}

/**
 * Reads a pin as a page writes it.
 *
 * An id may stand behind a word (`git:`, `sha256:`) or in the address of a commit or a file of a commit. A day lasts until its
 * end in UTC; `05/31/2024` is read as Microsoft Learn writes it, the month first.
 * @example readPinValue('https://github.com/o/r/commit/0a881ee', 'commit') // => { kind: 'id', id: '0a881ee' }
 */
export function readPinValue(written: string, kind: RevisionSettings['kind']): PinValue {
  if (kind === 'field') return { kind: 'field' };
  const until = kind === undefined || kind === 'date' ? endOfDate(written) : undefined;
  if (until !== undefined) return { kind: 'date', until };
  const span = kind === 'date' ? undefined : idSpan(written);
  return span === undefined ? { kind: 'unknown' } : { kind: 'id', id: written.slice(...span).toLowerCase() };
}

/** Where the digits of the id stand in a pin; `undefined` where it holds none. */
export function idSpan(written: string): readonly [number, number] | undefined {
  for (const form of idForms) {
    const match = form.exec(written);
    const [start, end] = match?.indices?.[1] ?? [];
    if (start !== undefined && end !== undefined) return [start, end];
  }
  return undefined;
}

const idForms = [
  /^(?:[a-z][a-z0-9]*[:=-])?([0-9a-f]{7,64})$/di,
  /^https?:.*\/(?:commits?|blob|tree|raw|rev|-\/commit)\/([0-9a-f]{7,64})(?=[/?#]|$)/di,
  /[@:#/]([0-9a-f]{7,64})$/di,
];

function endOfDate(written: string): number | undefined {
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written);
  const day = us === null ? written.replaceAll('/', '-') : `${us[3]}-${pad(us[1])}-${pad(us[2])}`;
  const [, date, time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(day) ??
    [];
  if (date === undefined) return undefined;
  const start = Date.parse(`${date}T00:00:00Z`);
  // 2024-02-30 would be read as the first of March.
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== date) return undefined;
  const end = Date.parse(time === undefined ? `${date}T23:59:59Z` : `${date}T${time}${zone ?? 'Z'}`);
  return Number.isNaN(end) ? undefined : Math.floor(end / 1000);
}

function pad(digits = ''): string {
  return digits.padStart(2, '0');
}
