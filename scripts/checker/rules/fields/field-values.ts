/** What kind of thing a field holds. */
export type FieldType = 'text' | 'number' | 'flag' | 'list' | 'group' | 'nothing';

/** The kind of a value as YAML or TOML gives it. */
export function fieldTypeOf(value: unknown): FieldType {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  return typeof value === 'object' && !(value instanceof Date) ? 'group' : 'text';
}

/**
 * Whether a value cannot be what a field holds: a word where a number or a switch is asked for.
 *
 * A number or a switch in quotes is read by most sites, and so are `yes` and `no`.
 * @example isOfAnotherKind('zwei', 'number') // => true
 */
export function isOfAnotherKind(value: unknown, wanted: FieldType): boolean {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return false;
  if (wanted === 'flag') return !/^(?:true|false|yes|no|on|off|0|1)$/i.test(text);
  return wanted === 'number' && !/^[-+]?[\d_.,]+(?:e[-+]?\d+)?$/i.test(text);
}

/** Whether a text is a date, and maybe a time, in digits. */
export function isDateInDigits(value: string): boolean {
  return /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:$|[T\s])/.test(value);
}

/**
 * Whether a text has the form of a date and no calendar has it: `2026-02-30`, `31/13/2026`.
 *
 * Of two numbers before a year it is not known which is the month, so only what is no date either way is one.
 */
export function isImpossibleDate(value: string): boolean {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T\s])/.exec(value);
  if (iso !== null) return !isDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(value);
  if (written === null) return false;
  const [one, other, year] = [Number(written[1]), Number(written[2]), Number(written[3])];
  return !isDay(year, one, other) && !isDay(year, other, one);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
