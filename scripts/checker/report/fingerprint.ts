import { createHash } from 'node:crypto';
import type { Finding } from '../../../src/domain/report/report.ts';

/** What makes a fault the same fault after lines moved. */
export interface FaultIdentity {
  readonly rule: string;
  /** The page's key; its path where it has none. */
  readonly key: string;
  readonly locale: string;
  /** The text that the finding covers, and its counterpart's. */
  readonly excerpt: string;
  readonly counterpart: string;
  /** What the finding lists: a list that lacks more than it did is another fault. */
  readonly listed?: readonly string[];
}

/**
 * Gives each fault in turn a fingerprint that names it in any later report, wherever its lines have gone.
 *
 * Equal faults on one page are told apart by their order, so fingerprints are unique within a report.
 * @example
 * const fingerprint = fingerprinter();
 * fingerprint({ rule: 'stray-space', key: 'index', locale: 'ru', excerpt: ' ,', counterpart: '' }) // => 'c1f0…'
 */
export function fingerprinter(): (fault: FaultIdentity) => string {
  const seen = new Map<string, number>();
  return ({ rule, key, locale, excerpt, counterpart, listed = [] }) => {
    const texts = [folded(excerpt), folded(counterpart)];
    const identity = JSON.stringify([rule, key, locale, ...texts, ...(listed.length > 0 ? [listed] : [])]);
    const ordinal = seen.get(identity) ?? 0;
    seen.set(identity, ordinal + 1);
    return createHash('sha256').update(`${identity}#${ordinal}`).digest('hex').slice(0, 32);
  };
}

/**
 * What a finding lists as missing or too much, such as codes of countries, each once and sorted. Names that are printed
 * may be spelled anew, and places that bear witness are no part of the fault: neither is listed.
 */
export function listedIn({ data, related }: Pick<Finding, 'data' | 'related'>): readonly string[] {
  const witnesses = new Set(related.map(({ label }) => label));
  const lists = Object.entries(data).flatMap(([name, value]) =>
    Array.isArray(value) && name !== 'names' ? [value as readonly unknown[]] : [],
  );
  const listed = lists
    .flatMap((list) => list.filter((each) => typeof each === 'string'))
    .filter((each) => !witnesses.has(each));
  return [...new Set(listed)].toSorted();
}

/** A text in one line and one form, so that wrapping and line ends make no difference. */
export function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
