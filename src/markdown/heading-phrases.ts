import type { PhrasingContent } from 'mdast';
import { defineMdastPlugin, type MdastPluginEntry, type MdastTarget } from 'satteri';
import type { SiteLocale } from '../domain/locale/locales.ts';
import { contentLocale } from './content-locale.ts';
import { element } from './element.ts';

/** Marks in headings where their lines may end. Runs last: what reads headings sees them as they are written. */
export function headingPhrases(
  phrasesOf: (text: string, locale: SiteLocale) => readonly string[],
): MdastPluginEntry {
  return ({ fileURL }) => {
    const locale = contentLocale(fileURL);
    const withBreaks = (child: Readonly<PhrasingContent>): MdastTarget[] =>
      child.type !== 'text'
        ? [child]
        : phrasesOf(child.value, locale).flatMap((value, index): MdastTarget[] => [
            ...(index > 0 ? [element('wbr', {}, [])] : []),
            { type: 'text', value },
          ]);
    return defineMdastPlugin({
      name: 'heading-phrases',
      heading(node, context) {
        const children = node.children.flatMap(withBreaks);
        // Most titles stay as they are, and what is set is written anew.
        const isChanged = children.some((child, index) => !isSameText(child, node.children[index]));
        if (isChanged) context.setProperty(node, 'children', children);
      },
    });
  };
}

function isSameText(child: MdastTarget, written: Readonly<PhrasingContent> | undefined): boolean {
  return child === written || ('value' in child && written?.type === 'text' && child.value === written.value);
}
