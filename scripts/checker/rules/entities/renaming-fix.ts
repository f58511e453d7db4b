import type { EntityToken } from '../../../../src/domain/locale/entity-token.ts';
import type { CheckedPage, Draft } from '../rule.ts';

/** A name to write instead of some printed ones. */
interface Renaming {
  readonly tokens: readonly EntityToken[];
  readonly name: string;
}

/**
 * The fix that writes other names; none where one of them carries a note in brackets or markup, for what becomes of that
 * is a person's to say.
 */
export function renamingFix(
  { document }: CheckedPage,
  renamings: readonly Renaming[],
  safety: 'safe' | 'unsafe',
): Pick<Draft, 'fix'> {
  const edits = renamings.flatMap(({ tokens, name }) => tokens.map(({ span }) => ({ span, text: name })));
  const areBare = renamings.every(({ tokens }) =>
    tokens.every(
      ({ text, span }) =>
        !/[()（）[\]]/.test(text) && document.text.slice(span.start.offset, span.end.offset) === text,
    ),
  );
  const [first] = renamings;
  if (!areBare || first === undefined) return {};
  const title =
    renamings.length === 1
      ? `Write \`${first.name}\``
      : `Write ${renamings.length} names as the language has them`;
  return { fix: { title, safety, edits } };
}
