import type { Custom } from 'satteri';
import type { PageChange } from '../domain/report/page-drift.ts';
import { element } from './element.ts';

/** What says to a screen reader that words are new or gone; most tell nothing of `ins` and `del` by themselves. */
export interface DiffWords {
  readonly added: string;
  readonly removed: string;
}

type Children = Custom['children'] & object;

/** The words of a change, new ones in `ins`, old ones in `del`. */
export function wordDiff({ words }: PageChange, say: DiffWords): Children {
  return words.map(({ kind, text }) => {
    const content = { type: 'text', value: text } as const;
    if (kind === 'kept') return content;
    const name = element('span', { className: ['visually-hidden'] }, [
      { type: 'text', value: `[${kind === 'added' ? say.added : say.removed}] ` },
    ]);
    return element(kind === 'added' ? 'ins' : 'del', {}, [name, content]);
  }) as Children;
}
