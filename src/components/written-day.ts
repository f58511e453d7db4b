/** A day as `locale` writes it. A date in front matter is a day, read as midnight UTC. */
export function writtenDay(date: Date, locale: string): string {
  const format =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(locale, format);
  return format.format(date);
}

const formats = new Map<string, Intl.DateTimeFormat>();
