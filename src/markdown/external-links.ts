import { defineMdastPlugin } from 'satteri';

/** Marks links that leave the site, for readers' tools and the stylesheet; they open where any link opens. */
export const externalLinks = defineMdastPlugin({
  name: 'external-links',
  link(node, context) {
    if (!/^https?:\/\//i.test(node.url)) return;
    context.setProperty(node, 'data', { hProperties: { rel: ['external'], className: ['external'] } });
  },
});
