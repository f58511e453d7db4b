import { readLinkTarget } from '../../../../src/domain/document/link-target.ts';
import type { Block, PageDocument, Traits } from '../../../../src/domain/document/page-document.ts';

/**
 * What of a page's structure is the same in every language, as one text: pages with equal signatures differ in nothing
 * that is held against each other block by block, so they need not be aligned.
 */
export function signatureOf({ sections, root }: PageDocument): string {
  const parts: string[] = [...root.blocks].map(blockSignature);
  for (const { depth, heading, blocks } of sections) {
    parts.push(`#${depth}`, heading === undefined ? '' : traitsSignature(heading.traits));
    for (const block of blocks) parts.push(blockSignature(block));
  }
  return parts.join('\n');
}

function blockSignature(block: Block): string {
  const { kind, list, callout, component, traits, children } = block;
  const code = kind === 'code' ? block.text : '';
  const own = [kind, list?.ordered, list?.start, callout, component, code, traitsSignature(traits)];
  return `${own.join(' ')}(${children.map(blockSignature).join(',')})`;
}

function traitsSignature({ anchors, links, images, codes, components, emphases }: Traits): string {
  const values = [
    anchors.map(({ id }) => id),
    links.map(({ target }) => readLinkTarget(target).key),
    images.map(({ source }) => source),
    codes.map(({ text }) => text),
    components.map(({ text }) => text),
  ];
  const bold = emphases.filter(({ kind }) => kind === 'strong').length;
  return `${values.map((own) => own.toSorted().join('|')).join(';')};${bold}`;
}
