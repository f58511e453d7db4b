/**
 * What fields of the front matter are for, by the names that Learn, Hugo, Jekyll, Docusaurus, Starlight, VitePress,
 * MkDocs and MDN give them; lower case.
 */

/** Fields that tell a site where a page stands and how it looks: the same in every language. */
export const steeringNames: ReadonlySet<string> = new Set([
  'browser-compat',
  'engine',
  'hide_table_of_contents',
  'hide_title',
  'icon',
  'id',
  'layout',
  'ms.prod',
  'ms.service',
  'ms.subservice',
  'ms.technology',
  'ms.topic',
  'nav_order',
  'order',
  'page-type',
  'pagination_next',
  'pagination_prev',
  'sidebar_position',
  'template',
  'type',
  'uid',
  'weight',
]);

/** Of those, the ones without which a page stands at another place of the menu, or looks otherwise. */
export const placingNames: ReadonlySet<string> = new Set([
  'layout',
  'ms.service',
  'ms.subservice',
  'ms.topic',
  'nav_order',
  'order',
  'page-type',
  'sidebar_position',
  'template',
  'weight',
]);

/** Fields that readers meet inside groups, such as the tagline of a start page or the words on a button. */
export const wordedNames: ReadonlySet<string> = new Set([
  'alt',
  'description',
  'details',
  'label',
  'linktext',
  'name',
  'tagline',
  'text',
  'title',
]);

/** Fields that speak of the translation itself: its dates, revisions, machine and length. */
export const ownNames =
  /date|time|hash|commit|revision|version|source|translat|locali[sz]|lang|handoff|locfile|updated|lastmod|review|word|minutes/;

/** What a page is found by differs from language to language. */
export const freeLists = /tag|keyword|alias|redirect|search|author|contributor|reviewer|translator/i;

/** Fields whose value is a date. */
export const dateNames: ReadonlySet<string> = new Set([
  'date',
  'expirydate',
  'lastmod',
  'ms.date',
  'ms.lasthandoff',
  'publishdate',
]);

/** Fields whose value is a switch. */
export const switchNames: ReadonlySet<string> = new Set([
  'draft',
  'hide_table_of_contents',
  'hide_title',
  'pagefind',
  'published',
  'unlisted',
]);

/** Fields whose value is a number. */
export const numberNames: ReadonlySet<string> = new Set(['nav_order', 'sidebar_position', 'weight']);

/** Fields whose value is a word that machines read, in ASCII whatever the language. */
export const codedNames: ReadonlySet<string> = new Set([
  'ms.author',
  'ms.prod',
  'ms.service',
  'ms.subservice',
  'ms.technology',
  'ms.topic',
  'ms.translationtype',
]);

/** Fields that hold the keywords of a page: a list, or a text with commas. */
export const keywordNames: ReadonlySet<string> = new Set(['categories', 'keywords', 'tags', 'ms.keywords']);
