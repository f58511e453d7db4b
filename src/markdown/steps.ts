import type { List, ListItem } from 'mdast';
import { type Custom, defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import type { Stage } from '../domain/customer/form-state.ts';
import { formPage, stageOfStep } from '../domain/customer/guide-steps.ts';
import type { SiteLocale } from '../domain/locale/locales.ts';
import { contentLocale } from './content-locale.ts';
import { element } from './element.ts';

/** The words for the links of a step. */
export interface StepWords {
  /** What the link to the step itself is called. */
  stepLinkName(locale: SiteLocale, number: number): string;
  /** What the link to the stage of the form says. */
  practiceLinkText(locale: SiteLocale, number: number): string;
}

/**
 * Marks the ordered lists whose items carry ids as steps, each with a link to itself, and one to the stage of the form
 * that practices it. Only lists that stand directly in a section count: an ordered list inside a step is part of that
 * step. Runs after `anchors`, which sets the ids.
 */
export function steps(words: StepWords): MdastPluginEntry {
  return ({ fileURL }) => {
    const hasForm = fileURL?.pathname.endsWith(`/${formPage}.mdx`) ?? false;
    return defineMdastPlugin({
      name: 'steps',
      list(node, context) {
        if (!isSteps(node) || context.parent(node).type !== 'root') return;
        // Browsers drop the list role of a list without markers; saying it again keeps "list, 13 items".
        context.setProperty(node, 'data', { hProperties: { className: ['steps'], role: 'list' } });
        for (const [index, item] of node.children.entries()) {
          const id = itemId(item);
          const locale = contentLocale(fileURL);
          const number = (node.start ?? 1) + index;
          const stage = hasForm && id !== undefined ? stageOfStep(id) : undefined;
          const marks = { ...(id && { id }), ...(stage && { 'data-stage': stage }) };
          context.setProperty(item, 'data', { hProperties: { ...marks, className: ['step'] } });
          if (id) context.prependChild(item, stepLink(id, words.stepLinkName(locale, number)));
          if (stage) context.appendChild(item, practiceLink(stage, words.practiceLinkText(locale, number)));
        }
      },
    });
  };
}

function isSteps(list: Readonly<List>): boolean {
  return list.ordered === true && list.children.some((item) => itemId(item) !== undefined);
}

function itemId(item: Readonly<ListItem>): string | undefined {
  const data = item.data as { hProperties?: { id?: string } } | undefined;
  return data?.hProperties?.id;
}

function stepLink(id: string, name: string): Custom {
  const properties = { className: ['step-link'], href: `#${id}`, ariaLabel: name };
  return element('a', properties, [{ type: 'text', value: '#' }]);
}

/** Behind all that the step says: whoever has read it may try it. */
function practiceLink(stage: Stage, text: string): Custom {
  const link = element('a', { href: `#stage-${stage}` }, [{ type: 'text', value: text }]);
  return element('p', { className: ['step-practice'] }, [link]);
}
