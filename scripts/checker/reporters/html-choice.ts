import { escapeXml } from './escape-xml.ts';

/** A list that filters a page by one of the values, or by none; `name` and `label` are the program's own words. */
export function choice(name: string, label: string, values: readonly string[]): string {
  const options = values.map((value) => `<option>${escapeXml(value)}</option>`).join('');
  return `<label>${label} <select name="${name}"><option value="">all</option>${options}</select></label>`;
}

/** The values, each once, in order. */
export function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted();
}
