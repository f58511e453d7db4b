/**
 * The ids that renderers derive from a heading's text, each by its own habit: GitHub, Docusaurus, Hugo and docfx keep
 * letters of every script, Python-Markdown keeps ASCII alone.
 *
 * @param count how often the page had the same text before; renderers number the later ones
 * @example slugsOf('Add a customer', 1) // => Set { 'add-a-customer-1', 'add-a-customer_1', … }
 */
export function slugsOf(heading: string, count: number): ReadonlySet<string> {
  const lower = heading.normalize('NFC').toLowerCase().trim();
  const kept = lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
  const plain = [
    kept.replaceAll(' ', '-'),
    kept.replace(/[\s-]+/g, '-'),
    kept.replace(/[\s_-]+/g, '-'),
    lower.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'),
    ascii(lower)
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/[\s-]+/g, '-'),
    ascii(lower).replace(/[^a-z0-9]+/g, '-'),
  ].flatMap((slug) => [slug, slug.replace(/^-+|-+$/g, '')]);
  const slugs = plain.filter((slug) => slug !== '');
  if (count === 0) return new Set(slugs);
  return new Set([...slugs, ...slugs.flatMap((slug) => [`${slug}-${count}`, `${slug}_${count}`])]);
}

function ascii(text: string): string {
  return text.normalize('NFKD').replace(/[^\p{ASCII}]/gu, '');
}
