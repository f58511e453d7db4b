import { defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import { bindWords } from '../domain/locale/bind-words.ts';
import { contentLocale } from './content-locale.ts';

/** Keeps words together that a line may not end between, where the style sheet cannot say so. */
export const boundWords: MdastPluginEntry = ({ fileURL }) => {
  const locale = contentLocale(fileURL);
  return defineMdastPlugin({
    name: 'bound-words',
    text(node, context) {
      const value = bindWords(node.value, locale);
      if (value !== node.value) context.setProperty(node, 'value', value);
    },
  });
};
