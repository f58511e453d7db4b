import type { Heading } from 'mdast';
import { defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import { element } from './element.ts';

/** Puts each table into a box that can be scrolled, by keyboard too, named after the heading above it. */
export const scrollingTables: MdastPluginEntry = () => {
  let heading = '';
  return defineMdastPlugin({
    name: 'scrolling-tables',
    heading(node: Readonly<Heading>, context) {
      heading = context.textContent(node).trim();
    },
    table(node, context) {
      const properties = {
        className: ['table-scroll'],
        role: 'group',
        tabIndex: 0,
        ...(heading && { ariaLabel: heading }),
      };
      context.wrapNode(node, element('div', properties, []));
    },
  });
};
