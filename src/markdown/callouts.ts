import type { Blockquote, PhrasingContent } from 'mdast';
import { defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import type { SiteLocale } from '../domain/locale/locales.ts';
import { contentLocale } from './content-locale.ts';
import { element } from './element.ts';

/** The kinds of callout that a page can open with `> [!NOTE]` and so on. */
const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** A kind of callout. */
export type CalloutKind = (typeof calloutKinds)[number];

/** Turns quotes that open with `[!NOTE]` into asides, titled in the language of their page. */
export function callouts(titleOf: (locale: SiteLocale, kind: CalloutKind) => string): MdastPluginEntry {
  return ({ fileURL }) =>
    defineMdastPlugin({
      name: 'callouts',
      blockquote(node, context) {
        const opened = openCallout(node);
        if (!opened) return;
        const title = titleOf(contentLocale(fileURL), opened.kind);
        context.setProperty(node, 'data', {
          hName: 'aside',
          hProperties: { className: ['callout', `callout-${opened.kind}`], role: 'note', ariaLabel: title },
        });
        context.setProperty(node, 'children', [
          element('p', { className: ['callout-title'] }, [{ type: 'text', value: title }]),
          ...opened.children,
        ]);
      },
    });
}

function openCallout(
  quote: Readonly<Blockquote>,
): { kind: CalloutKind; children: Blockquote['children'] } | undefined {
  const [first, ...others] = quote.children;
  if (first?.type !== 'paragraph') return undefined;
  const [opening, ...rest] = first.children;
  if (opening?.type !== 'text') return undefined;
  const marker = opening.value.match(/^\[!(\w+)\][^\S\n]*(?:\n|$)/);
  const kind = calloutKinds.find((known) => known === marker?.[1]?.toLowerCase());
  if (!marker || !kind) return undefined;
  const text = opening.value.slice(marker[0].length);
  const kept: PhrasingContent[] = text === '' ? rest : [{ type: 'text', value: text }, ...rest];
  return { kind, children: kept.length > 0 ? [{ type: 'paragraph', children: kept }, ...others] : others };
}
