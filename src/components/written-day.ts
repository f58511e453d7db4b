/** A day as `locale` writes it. A date in front matter is a day, read as midnight UTC. */
export function writtenDay(date: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
