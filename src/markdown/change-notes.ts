import type { Heading, ListItem } from 'mdast';
import { type Custom, defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import { type SiteLocale, sourceLocale } from '../domain/locale/locales.ts';
import type { PlacedChange } from '../domain/report/place-changes.ts';
import { contentLocale } from './content-locale.ts';
import { element } from './element.ts';
import { type DiffWords, wordDiff } from './word-diff.ts';

/** What a note on a change says, in the language of its page. */
export interface ChangeNoteWords extends DiffWords {
  readonly title: (change: PlacedChange['change']) => string;
}

/**
 * Puts a note at each step and section whose source has changed since the translation was made: what changed is
 * folded in it. Runs after `steps`, for it looks for the ids that are set by then.
 */
export function changeNotes(
  changesOf: (file: URL | undefined) => readonly PlacedChange[],
  wordsOf: (locale: SiteLocale) => ChangeNoteWords,
): MdastPluginEntry {
  return ({ fileURL }) => {
    const changes = changesOf(fileURL);
    // Most pages are up to date: a plugin that visits nothing costs nothing.
    if (changes.length === 0) return defineMdastPlugin({ name: 'change-notes' });
    const words = wordsOf(contentLocale(fileURL));
    const notesAt = (node: Readonly<ListItem | Heading>): Custom[] => {
      const id = (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id;
      const here = id === undefined ? [] : changes.filter(({ anchor }) => anchor === id);
      return here.map(({ change }) => changeNote(change, words));
    };
    return defineMdastPlugin({
      name: 'change-notes',
      listItem(node, context) {
        const notes = notesAt(node);
        if (notes.length > 0) context.appendChild(node, notes);
      },
      heading(node, context) {
        const notes = notesAt(node);
        if (notes.length > 0) context.insertAfter(node, notes);
      },
    });
  };
}

function changeNote(change: PlacedChange['change'], words: ChangeNoteWords): Custom {
  return element('details', { className: ['change-note'] }, [
    element('summary', {}, [{ type: 'text', value: words.title(change) }]),
    element('p', { className: ['word-diff'], lang: sourceLocale }, wordDiff(change, words)),
  ]);
}
