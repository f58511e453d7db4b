import { createHash } from 'node:crypto';

/** What makes a fault the same fault after lines moved. */
export interface FaultIdentity {
  readonly rule: string;
  /** The page's key; its path where it has none. */
  readonly key: string;
  readonly locale: string;
  /** The text that the finding covers, and its counterpart's. */
  readonly excerpt: string;
  readonly counterpart: string;
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
  return ({ rule, key, locale, excerpt, counterpart }) => {
    const identity = JSON.stringify([rule, key, locale, folded(excerpt), folded(counterpart)]);
    const ordinal = seen.get(identity) ?? 0;
    seen.set(identity, ordinal + 1);
    return createHash('sha256').update(`${identity}#${ordinal}`).digest('hex').slice(0, 32);
  };
}

/** A text in one line and one form, so that wrapping and line ends make no difference. */
export function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
