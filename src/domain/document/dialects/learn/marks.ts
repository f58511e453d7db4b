import type { Mark } from '../dialect-reader.ts';

const extension =
  /:::\s?([A-Za-z][\w-]*)((?:[ \t]+[\w-]+="[^"\n]*")*)[^\n:]*(?::::)?|\[!(include|video|code(?:-[\w+#-]+)?)\s*(?:\[([^\]\n]{0,300})\]\(([^)\n]{0,500})\)|([^\]\n[]{0,500}))\s*\]/gi;

/** What docfx takes out of running text: `:::image`, `:::no-loc`, `[!INCLUDE]`, `[!VIDEO]` and their kind. */
export function findLearnMarks(source: string): Mark[] {
  if (!source.includes(':::') && !source.includes('[!')) return [];
  return [...source.matchAll(extension)].map((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    if (match[1] !== undefined)
      return { ...place, ...readColons(match[1].toLowerCase(), match[2] ?? '', match[0], match.index) };
    const name = (match[3] ?? '').toLowerCase();
    const target = (match[5] ?? match[6] ?? '').trim();
    return { ...place, component: { name, text: `${name} ${target}`.trim() } };
  });
}

/** `:::no-loc text="Azure":::` shows its text, in every language the same. */
function readColons(
  name: string,
  attributes: string,
  whole: string,
  at: number,
): Pick<Mark, 'component' | 'image' | 'shown'> {
  const values = new Map(
    [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const verbatim = values.get('text');
  if (name === 'no-loc' && verbatim !== undefined) {
    const start = at + whole.indexOf(`"${verbatim}"`) + 1;
    return { shown: { start, end: start + verbatim.length } };
  }
  if (name !== 'image') return { component: { name, text: whole.replace(/^:::\s?|\s*:::$/g, '').trim() } };
  const source = values.get('source') ?? '';
  return {
    component: { name, text: `image ${source}`.trim() },
    image: { source, alt: values.get('alt-text') ?? '' },
  };
}
