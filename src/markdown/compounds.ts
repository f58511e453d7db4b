import { defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import { contentLocale } from './content-locale.ts';

/**
 * Lets a long word in a table end a line where its parts join, with a hyphen: a column that is as wide as its longest word
 * pushes others off the page. The words that browsers know would end a line elsewhere (“Administratör-sagent”), and not
 * every browser has them.
 */
export const compounds: MdastPluginEntry = ({ fileURL }) => {
  const parts = firstParts[new Intl.Locale(contentLocale(fileURL)).language];
  return (
    parts &&
    defineMdastPlugin({
      name: 'compounds',
      text(node, context) {
        if (node.value.search(parts) < 0) return;
        let parent: ReturnType<typeof context.parent> | undefined = context.parent(node);
        while (parent && parent.type !== 'tableCell') parent = context.parent(parent);
        if (parent) context.setProperty(node, 'value', node.value.replace(parts, '$&\u00ad'));
      },
    })
  );
};

/** By language: what long words begin with, where at least four letters follow. */
const firstParts: Readonly<Record<string, RegExp>> = {
  ru: /(?<!\p{L})(?:админи|пользова|государ|подтвер)(?=\p{L}{4})/giu,
  sv: /(?<!\p{L})(?:administrations|administratörs|användar|direkt|fakturerings|försäljnings|klient|online|pris|programvaru|registrerings|special|telefon|utbildnings|åter)(?=\p{L}{4})/giu,
};
