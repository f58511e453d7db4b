/** The header of a kept copy that says when it was made, as milliseconds since 1970. */
const madeHeader = 'x-kept';

/** A page that is kept. */
export interface KeptPage {
  readonly path: string;
  readonly title: string;
  readonly language: string;
}

/**
 * A page as it is kept, with the time; nothing for what is no page, or none that was found.
 * @param now milliseconds since 1970
 */
export async function keptCopy(response: Response, now: number): Promise<Response | null> {
  const type = response.headers.get('content-type') ?? '';
  if (response.status !== 200 || !type.startsWith('text/html')) return null;
  // A new response also forgets that it was redirected to, which browsers refuse in the place of a page.
  return new Response(await response.text(), {
    headers: { 'content-type': type, [madeHeader]: `${now}` },
  });
}

/**
 * A kept page that owns to being a copy: its root element says when the copy was made, which the page tells its reader.
 * @example `<html lang="sv-SE">` becomes `<html data-kept="1767225600000" lang="sv-SE">`
 */
export async function markedCopy(copy: Response): Promise<Response> {
  const made = copy.headers.get(madeHeader) ?? '0';
  const html = (await copy.text()).replace('<html', `<html data-kept="${made}"`);
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** What is kept, as the page for those who are offline lists it, in place of an empty list. */
export function withKeptPages(html: string, pages: readonly KeptPage[]): string {
  const items = pages
    .map(
      ({ path, title, language }) =>
        `<li><a href="${path}" lang="${language}" hreflang="${language}">${title}</a></li>`,
    )
    .join('');
  return html.replace(
    /(<ul[^>]*\bdata-kept-pages\b[^>]*>)\s*(<\/ul>)/,
    (_, open, close) => open + items + close,
  );
}

/** A page as a list names it, from its HTML: the title without the name of the site behind it. */
export function keptPage(path: string, html: string): KeptPage {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const language = /<html[^>]*? lang="([\w-]+)"/.exec(html)?.[1] ?? '';
  return { path, title: title.replace(/ · [^·]*$/, ''), language };
}
