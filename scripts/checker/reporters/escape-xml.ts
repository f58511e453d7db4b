import { commandBrackets, escapeControls } from './escape-controls.ts';

/**
 * A text that may stand in an attribute or an element of XML or HTML; what XML 1.0 cannot hold, and what turns the
 * writing direction, is written as code points, and what a build's log would take for a command as entities. `lines`
 * keeps line ends.
 * @example escapeXml('<b> & "c"') // => '&lt;b&gt; &amp; &quot;c&quot;'
 */
export function escapeXml(text: string, keep?: 'lines'): string {
  const parts = keep === 'lines' ? text.split(/\r?\n/) : [text];
  return parts
    .map((part) =>
      escapeControls(part)
        .replace(/[<>&"'\uFFFE\uFFFF]/g, (sign) => entities[sign] ?? '')
        .replace(commandBrackets, '&#91;')
        .replace(/^\s*:(?=:)/, (beginning) => beginning.replace(':', '&#58;')),
    )
    .join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
  '\uFFFE': '\\u{FFFE}',
  '\uFFFF': '\\u{FFFF}',
};
