/**
 * A text as it stands in HTML, in an attribute too.
 * @example escapeMarkup('a < "b"') // => 'a &lt; &quot;b&quot;'
 */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
