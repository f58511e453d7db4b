import type { Dialect } from './page-document.ts';

/**
 * The dialect that a page is most likely written in, by its file name and by marks that no other dialect has.
 *
 * @example
 * recogniseDialect('docs/index.md', '# <a name="start"></a>Start') // => 'learn'
 */
export function recogniseDialect(path: string, text: string): Dialect {
  if (path.toLowerCase().endsWith('.mdx')) return 'mdx';
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'gfm';
}

// A GitHub page may hold `[!NOTE]` too: both dialects read a callout the same way, so that taking it for Learn is safe.
const signs: readonly (readonly [Dialect, RegExp])[] = [
  ['learn', /^ms\.[\w.]+:/m],
  ['learn', /^#{1,6} <a (?:name|id)="/m],
  ['learn', /^\s*:::\s?(?:image|zone|moniker|row|code)\b/m],
  ['hugo', /\{\{[<%]|^\uFEFF?\+\+\+\r?\n/],
  [
    'mkdocs',
    /^\/{3,} [\w-]+|^[ \t]*(?:!!! ?[\w-]+|\?\?\?\+? ?["\w]|===[!+]? "|-+8<-+(?: "|\s*$))|^#{1,6} .*\{\s+#[\w-]+\s+\}\s*$|^\{\* .* \*\}$|^``` ?\{ ?\.\w|\{: ?[#.][\w-]/m,
  ],
  // Admonitions of Docusaurus and its like.
  ['gfm', /^[ \t]*:{3,}[ \t]?(?:note|tip|info|warning|danger|caution)\b/m],
  ['hugo', /^#{1,6} .*\{#[\w-]+\}\s*$/m],
  ['learn', /\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|INCLUDE|VIDEO)\b/i],
];
