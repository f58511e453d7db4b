import { createHash, hash } from 'node:crypto';
import type { Family, PageFile } from '../engine/family.ts';
import type { PageBytes } from '../workspace/read-page.ts';

/** A family, each of its pages with a name for its content. */
export interface OutlinedFamily extends Omit<Family, 'files'> {
  readonly files: readonly (Omit<PageFile, 'content'> & { readonly digest: string })[];
}

/** A name for everything that a family's result rests on beside the judgement: another content has another name. */
export function nameFamily(family: OutlinedFamily): string {
  return createHash('sha256').update(JSON.stringify(family, mapsAsLists)).digest('hex');
}

/** A name for what a file holds, or for why it holds nothing to judge. */
export function nameContent(content: PageBytes | PageFile['content']): string {
  if (content instanceof Uint8Array) return hash('sha256', content);
  return hash('sha256', content.kind === 'text' ? content.text : JSON.stringify(content.problem));
}

/** For `JSON.stringify`, which takes a map for an empty object. */
export function mapsAsLists(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
