import { sliceOf, spanOfRunText } from '../../../../src/domain/document/spans.ts';
import { usableLocale } from '../../../../src/domain/locale/numerals.ts';
import type { DraftFix, PairContext } from '../rule.ts';
import type { FigureChange } from './changed-figures.ts';
import type { NumberFigure } from './figures.ts';

/**
 * Writes the source's figure as the translation's language does; `undefined` where that cannot be told for sure.
 *
 * Never safe: another number may well hold in another country.
 */
export function figureFix(change: FigureChange, { translation }: PairContext): DraftFix | undefined {
  const { figure, text: own } = change.translation;
  const span = spanOfRunText({ textSpan: own.span, traits: own.traits }, figure.from, figure.to);
  if (sliceOf(translation.document, span) !== figure.text) return undefined;
  const text = writtenFigure(change, usableLocale(translation.locale));
  if (text === undefined || text === figure.text) return undefined;
  return { title: `Write \`${text}\``, safety: 'unsafe', edits: [{ span, text }] };
}

function writtenFigure(change: FigureChange, locale: string): string | undefined {
  const source = change.source.figure;
  const { figure } = change.translation;
  if (!('kind' in source) || !('kind' in figure) || change.kind === 'unit') return undefined;
  // "6 or more" is right for "more than 5", and "5 or more" is not.
  if (change.reason === 'bound') return undefined;
  if (source.kind === 'version' && figure.kind === 'version') {
    return `${/^v/i.exec(figure.text)?.[0] ?? ''}${source.plain}`;
  }
  if (source.kind === 'date' && figure.kind === 'date') {
    return writeDate(figure.text, figure.readings, source.readings, locale);
  }
  if (source.kind !== 'number' || figure.kind !== 'number') return undefined;
  // A version keeps its point in every language.
  if (change.kind === 'version') return source.plain;
  return writeNumber(figure, source, locale);
}

function writeNumber(found: NumberFigure, source: NumberFigure, locale: string): string | undefined {
  const isScaled = found.scaled !== undefined || source.scaled !== undefined;
  const [value] = source.values;
  if (isScaled || value === undefined || /^0\d/.test(source.plain)) return undefined;
  const isAscii = /^\d/.test(found.text);
  const fraction = fractionLength(source.plain, value);
  const text = new Intl.NumberFormat(locale, {
    useGrouping: /\D\d{3}(?!\d)/.test(source.plain) && value >= 1000,
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
    ...(isAscii && { numberingSystem: 'latn' }),
    ...(/^[０-９]/.test(found.text) && { numberingSystem: 'fullwide' }),
  }).format(value);
  return /^\d/.test(text) === isAscii ? text : undefined;
}

/** Digits behind the sign that parts the whole from its fraction. */
function fractionLength(plain: string, value: number): number {
  const length = /\D(\d+)$/.exec(plain)?.[1]?.length ?? 0;
  const digits = Number(plain.replaceAll(/\D/g, ''));
  return Math.abs(digits / 10 ** length - value) < 1e-6 ? length : 0;
}

/** In the way the translation writes its date, where `Intl` knows that way. */
function writeDate(
  text: string,
  found: readonly string[],
  expected: readonly string[],
  locale: string,
): string | undefined {
  const [from] = found;
  const [to] = expected;
  if (from === undefined || to === undefined || found.length > 1 || expected.length > 1) return undefined;
  if (text === from) return to.length === from.length ? to : undefined;
  const [before, after] = [new Date(from), new Date(to)];
  if (from.length !== 10 || to.length !== 10 || Number.isNaN(before.valueOf())) return undefined;
  for (const style of ['long', 'medium', 'short'] as const) {
    const format = new Intl.DateTimeFormat(locale, {
      dateStyle: style,
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    // Languages may set a word or a sign behind the year, which is no part of what was found.
    const [start, behind] = format.format(before).split(text);
    if (start === '' && behind !== undefined) {
      const written = format.format(after);
      return written.endsWith(behind) ? written.slice(0, written.length - behind.length) : undefined;
    }
  }
  return undefined;
}
