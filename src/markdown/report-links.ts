import { type Custom, defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import type { SiteLocale } from '../domain/locale/locales.ts';
import { contentLocale } from './content-locale.ts';
import { element } from './element.ts';

/** A section or step of a page. */
export interface ReportedPlace {
  readonly file: string;
  readonly locale: SiteLocale;
  readonly anchor: string;
  readonly text: string;
  /** The step's number; none for a section. */
  readonly step: number | undefined;
}

/** Where a problem with a place is told, and what the link is called. */
export interface ReportLink {
  readonly address: string;
  readonly name: string;
}

/**
 * Puts a link to tell of a problem beside each section's title and into each step. Runs after `steps`. Titles stay as
 * they are, for they are listed, searched and read out.
 * @param linkTo none, where problems cannot be told
 */
export function reportLinks(linkTo: ((place: ReportedPlace) => ReportLink) | undefined): MdastPluginEntry {
  return ({ fileURL }) => {
    const path =
      decodeURIComponent(fileURL?.pathname ?? '')
        .split('/content/')
        .at(-1) ?? '';
    const page = { file: `content/${path}`, locale: contentLocale(fileURL) };
    const isPage = linkTo !== undefined && path.endsWith('.mdx');
    return defineMdastPlugin({
      name: 'report-links',
      heading(node, context) {
        const anchor = idOf(node);
        if (!isPage || anchor === undefined || node.depth !== 2) return;
        const text = context.textContent(node);
        context.insertAfter(node, [linkElement(linkTo({ ...page, anchor, text, step: undefined }))]);
      },
      list(node, context) {
        if (!isPage || !classesOf(node).includes('steps')) return;
        for (const [index, item] of node.children.entries()) {
          const anchor = idOf(item);
          const first = item.children.find(({ type }) => type === 'paragraph');
          if (anchor === undefined || first === undefined) continue;
          const step = (node.start ?? 1) + index;
          const text = context.textContent(first);
          context.appendChild(item, linkElement(linkTo({ ...page, anchor, text, step })));
        }
      },
    });
  };
}

function linkElement({ address, name }: ReportLink): Custom {
  const properties = {
    className: ['report'],
    href: address,
    ariaLabel: name,
    title: name,
    dataSearchIgnore: '',
  };
  return element('a', properties, []);
}

type Marked = Readonly<{ data?: unknown }>;

function propertiesOf({ data }: Marked): { id?: string; className?: string[] } {
  return (data as { hProperties?: { id?: string; className?: string[] } } | undefined)?.hProperties ?? {};
}

function idOf(node: Marked): string | undefined {
  return propertiesOf(node).id;
}

function classesOf(node: Marked): readonly string[] {
  return propertiesOf(node).className ?? [];
}
