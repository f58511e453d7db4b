/** The header of a kept copy that says when it was made, as milliseconds since 1970. */
const madeHeader = 'x-kept';

/** A page that is kept. */
export interface KeptPage {
  readonly path: string;
  readonly title: string;
  readonly language: string;
}

/**
 * A page as it is kept, with the time and all headers that protect it; nothing for what is no page, or none that was found.
 * @param now milliseconds since 1970
 */
export async function keptCopy(response: Response, now: number): Promise<Response | null> {
  const type = response.headers.get('content-type') ?? '';
  if (response.status !== 200 || !type.startsWith('text/html')) return null;
  const headers = new Headers(response.headers);
  // The text is no longer packed.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  headers.set(madeHeader, `${now}`);
  // A new response also forgets that it was redirected to, which browsers refuse in the place of a page.
  return new Response(await response.text(), { headers });
}

/**
 * A kept page that owns to being a copy: the notice that every page has for this is shown, with the time when the copy
 * was made. No script of the page is needed for it.
 */
export async function markedCopy(copy: Response): Promise<Response> {
  const made = new Date(Number(copy.headers.get(madeHeader)));
  const html = (await copy.text()).replace(
    /(<aside[^>]*\sdata-kept-notice="([\w-]+)"[^>]*?)\shidden([^>]*>[\s\S]*?)\{date\}/,
    (_, open, language, middle) => {
      const written = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
        made,
      );
      return `${open}${middle}<time datetime="${made.toISOString()}">${written}</time>`;
    },
  );
  return new Response(html, { headers: copy.headers });
}

/** The page for those who are offline, with the list of what is kept; without pages, the list stays hidden. */
export function withKeptPages(html: string, pages: readonly KeptPage[]): string {
  const items = pages
    .map(
      ({ path, title, language }) =>
        `<li><a href="${path}" lang="${language}" hreflang="${language}">${title}</a></li>`,
    )
    .join('');
  if (items === '') return html;
  return html.replace(
    /(<section[^>]*\sdata-kept-pages[^>]*?)\shidden([^>]*>[\s\S]*?<ul[^>]*>)/,
    (_, open, middle) => open + middle + items,
  );
}

/** A page as a list names it, from its HTML: the title without the name of the site behind it. */
export function keptPage(path: string, html: string): KeptPage {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const language = /<html[^>]*? lang="([\w-]+)"/.exec(html)?.[1] ?? '';
  return { path, title: title.replace(/ · [^·]*$/, ''), language };
}
