import { type Custom, defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import { formPage } from '../domain/customer/guide-steps.ts';
import { practiceAnchor } from '../domain/customer/practice-anchor.ts';
import { type PracticePlace, practicePlaceOf } from '../domain/customer/practice-places.ts';
import type { SiteLocale } from '../domain/locale/locales.ts';
import { contentLocale } from './content-locale.ts';
import { element } from './element.ts';

/**
 * Ends each section that tells of something in the form with a link to that place. It comes from the registry, so that
 * the pages of all languages have the same. Runs after `anchors`, which sets the ids of headings.
 * @param linkText what the link to a place says
 */
export function practiceLinks(
  linkText: (locale: SiteLocale, place: PracticePlace) => string,
): MdastPluginEntry {
  return ({ fileURL }) => {
    const locale = contentLocale(fileURL);
    const page = decodeURIComponent(fileURL?.pathname ?? '').match(/\/content\/[^/]+\/(.+)\.mdx$/)?.[1];
    return defineMdastPlugin({
      name: 'practice-links',
      heading(node, context) {
        const anchor = (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id;
        const parent = context.parent(node);
        if (page === undefined || anchor === undefined || parent.type !== 'root') return;
        const place = practicePlaceOf({ page, anchor });
        if (place === undefined) return;
        const link = practiceLink(place, page, linkText(locale, place));
        const index = context.indexOf(node) ?? 0;
        const next = parent.children.find(({ type }, other) => type === 'heading' && other > index);
        if (next === undefined) context.appendChild(parent, link);
        else context.insertBefore(next, link);
      },
    });
  };
}

/** Behind all that the section says: whoever has read it may try it. */
function practiceLink(place: PracticePlace, page: string, text: string): Custom {
  const href = `${page === formPage ? '' : `../${formPage}/`}#${practiceAnchor(place)}`;
  const link = element('a', { href }, [{ type: 'text', value: text }]);
  return element('p', { className: ['section-practice'], dataSearchIgnore: '' }, [link]);
}
