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
        context.setProperty(node, 'children', node.children.flatMap(withBreaks));
      },
    });
  };
}
