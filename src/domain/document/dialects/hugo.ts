import type { DialectReader, Mark } from './dialect-reader.ts';

/** Hugo's Markdown (Goldmark): `{#id}` behind headings and shortcodes, `{{< name >}}` or `{{% name %}}`. */
export const hugo: DialectReader = {
  parser: { syntax: 'markdown', definitionLists: true },
  hasQuoteCallouts: true,
  findMarks: findHugoMarks,
};

const shortcodeOrId =
  /\{\{([<%])\s*(\/?\s*[^\s>%/]*)([^\n]*?)\1?[>%]\}\}|[ \t]*\{\s*#([\w:.-]+)[^}\n]*\}[ \t]*$/gm;

function findHugoMarks(source: string, place: 'heading' | 'text'): Mark[] {
  if (!source.includes('{')) return [];
  const marks: Mark[] = [];
  for (const match of source.matchAll(shortcodeOrId)) {
    const [whole, , name, parameters = '', id] = match;
    const span = { start: match.index, end: match.index + whole.length };
    if (id === undefined) {
      const shown = (name ?? '').replace(/\s/g, '');
      marks.push({ ...span, component: { name: shown, text: `${shown} ${parameters.trim()}`.trim() } });
    } else if (place === 'heading') marks.push({ ...span, anchor: id });
  }
  return marks;
}
