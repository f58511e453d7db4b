import { createHash } from 'node:crypto';
import type { Family, PageFile } from '../engine/family.ts';

/** A family whose pages may be bytes that nobody has decoded yet. */
export interface NamedFamily extends Omit<Family, 'files'> {
  readonly files: readonly (Omit<PageFile, 'content'> & {
    readonly content: PageFile['content'] | Uint8Array;
  })[];
}

/** A name for everything that a family's result rests on beside the judgement: another content has another name. */
export function nameFamily({ files, ...rest }: NamedFamily): string {
  const name = createHash('sha256');
  const contents: (string | Uint8Array)[] = [];
  const outlines = files.map(({ content, ...file }) => {
    if ('kind' in content && content.kind === 'unreadable') return { ...file, content };
    const bytes = 'kind' in content ? content.text : content;
    contents.push(bytes);
    return { ...file, length: Buffer.byteLength(bytes) };
  });
  name.update(JSON.stringify([outlines, rest], mapsAsLists));
  for (const content of contents) name.update(content);
  return name.digest('hex');
}

/** For `JSON.stringify`, which takes a map for an empty object. */
export function mapsAsLists(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
