import {
  findUnrenderedEmphasis,
  type UnrenderedEmphasis,
} from '../../../src/domain/document/unrendered-emphasis.ts';
import type { PageRule } from './rule.ts';

/** Finds bold and italic text whose markers the renderer shows instead. */
export const unrenderedEmphasis: PageRule = {
  id: 'unrendered-emphasis',
  on: 'page',
  severity: 'warning',
  docs: {
    summary: 'Markers of bold or italic text stay on the page as asterisks or underscores.',
    why: 'A reader sees the markers and not the label that they should set off.',
    fix: 'Move the markers, or what stands beside them, so that the renderer reads them as emphasis.',
  },
  *check({ page: { document } }) {
    for (const emphasis of findUnrenderedEmphasis(document)) {
      const { reason, span, content, marker } = emphasis;
      yield {
        message: messageFor(emphasis),
        help: helpFor(emphasis),
        span,
        confidence: reason === 'misplaced' || content === '' ? 0.85 : 0.95,
        data: { reason, content, marker },
      };
    }
  },
};

function messageFor({ reason, content, marker, isShown }: UnrenderedEmphasis): string {
  const signs = marker.startsWith('_') ? 'underscores' : 'asterisks';
  if (reason === 'unopened') return `A reader sees the closing \`${marker}\`, nothing opens it`;
  if (reason === 'unclosed') return `A reader sees the opening \`${marker}\`, nothing closes it`;
  if (reason === 'joined') return `A reader sees asterisks of \`${marker}\` amid the text`;
  if (!isShown) return `The bold of ${quoted(`${marker}${content}${marker}`)} goes on behind its end`;
  return `A reader sees the ${signs} of ${quoted(`${marker}${content}${marker}`)}`;
}

function helpFor({ reason, content, marker }: UnrenderedEmphasis): string {
  const inner = content.trim();
  switch (reason) {
    case 'closing-beside-letter':
    case 'opening-beside-letter':
      return moveMarks(inner, marker) ?? `Set a space outside the markers, beside ${quoted(inner)}.`;
    case 'space-inside':
      return `Remove the space inside the markers: ${quoted(`${marker}${inner}${marker}`)}.`;
    case 'underscore-beside-letter': {
      const stars = '*'.repeat(marker.length);
      return `Write asterisks: ${quoted(`${stars}${inner}${stars}`)}.`;
    }
    case 'joined':
      return 'Remove the asterisks, or end one bold text and set a space before the next.';
    case 'misplaced':
      return `Set each \`${marker}\` at the first or last letter of the words that it means.`;
    case 'unopened':
      return `Write \`${marker}\` where the bold text begins, or remove this one.`;
    case 'unclosed':
      return `Write \`${marker}\` where the bold text ends, or remove this one.`;
  }
}

/** Punctuation at the ends goes out of the emphasis, in pairs where it stands in pairs. */
function moveMarks(content: string, marker: string): string | undefined {
  const link = /^\[([^[\]]+)\](?=\(|\[)/.exec(content);
  if (link !== null)
    return `Set the markers inside the link: ${quoted(`[${marker}${link[1] ?? ''}${marker}]`)}.`;
  if (/[<>[\]]/.test(content)) return undefined;
  const pair = /^(["'“‘「『（(《【[])([^"'“”‘’「」『』（）()《》【】[\]]+)(["'”’」』）)》】\]])$/u.exec(
    content,
  );
  if (pair !== null) {
    const [, open = '', words = '', close = ''] = pair;
    return `Move \`${open}${close}\` out of the emphasis: ${quoted(`${open}${marker}${words}${marker}${close}`)}.`;
  }
  const bracket = /^([^()（）]*[^\s()（）])(\s?[（(][^()（）]+[）)])$/u.exec(content);
  if (bracket !== null) {
    const [, words = '', rest = ''] = bracket;
    return `End the emphasis before the bracket: ${quoted(`${marker}${words}${marker}${rest}`)}.`;
  }
  const tail = /^(.*[\p{L}\p{N}])([:：.。!！?？,，、;；…]+)$/su.exec(content);
  if (tail === null) return undefined;
  const [, words = '', marks = ''] = tail;
  return `Move \`${marks}\` out of the emphasis: ${quoted(`${marker}${words}${marker}${marks}`)}.`;
}

/** In backticks, on one line, not longer than a line of a terminal. */
function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('`', "'");
  return `\`${line.length > 60 ? `${line.slice(0, 40)}…${line.slice(-17)}` : line}\``;
}
