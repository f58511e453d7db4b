import type { List, ListItem } from 'mdast';
import { type Custom, defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import type { SiteLocale } from '../domain/locale/locales.ts';
import { contentLocale } from './content-locale.ts';
import { element } from './element.ts';

/**
 * Marks the ordered lists whose items carry ids as steps, each with a link to itself. Only lists that stand directly
 * in a section count: an ordered list inside a step is part of that step. Runs after `anchors`, which sets the ids.
 */
export function steps(linkNameOf: (locale: SiteLocale, number: number) => string): MdastPluginEntry {
  return ({ fileURL }) =>
    defineMdastPlugin({
      name: 'steps',
      list(node, context) {
        if (!isSteps(node) || context.parent(node).type !== 'root') return;
        // Browsers drop the list role of a list without markers; saying it again keeps "list, 13 items".
        context.setProperty(node, 'data', { hProperties: { className: ['steps'], role: 'list' } });
        for (const [index, item] of node.children.entries()) {
          const id = itemId(item);
          const name = linkNameOf(contentLocale(fileURL), (node.start ?? 1) + index);
          context.setProperty(item, 'data', { hProperties: { ...(id && { id }), className: ['step'] } });
          if (id) context.prependChild(item, stepLink(id, name));
        }
      },
    });
}

function isSteps(list: Readonly<List>): boolean {
  return list.ordered === true && list.children.some((item) => itemId(item) !== undefined);
}

function itemId(item: Readonly<ListItem>): string | undefined {
  const data = item.data as { hProperties?: { id?: string } } | undefined;
  return data?.hProperties?.id;
}

function stepLink(id: string, name: string): Custom {
  const properties = { className: ['step-link'], href: `#${id}`, ariaLabel: name };
  return element('a', properties, [{ type: 'text', value: '#' }]);
}
