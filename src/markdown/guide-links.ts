import { defineMdastPlugin } from 'satteri';

/**
 * Makes links between files of one language, `registration-ids.mdx#brazil`, links between their pages. Written so they
 * work in an editor and on a code host too, and the checker can follow them; they stay in the reader's language.
 */
export const guideLinks = defineMdastPlugin({
  name: 'guide-links',
  link(node, context) {
    const found = /^(?:\.\/)?(?<key>[^:#?]+)\.mdx(?<fragment>#.*)?$/.exec(node.url);
    if (!found?.groups) return;
    context.setProperty(node, 'url', `../${found.groups['key']}/${found.groups['fragment'] ?? ''}`);
  },
});
