import type { PageDocument } from '../../../src/domain/document/page-document.ts';
import { type HanForm, hanFormOf } from '../../../src/domain/locale/han-forms.ts';
import { findMixedWords, type MixedWord, mayMixScripts } from '../../../src/domain/locale/look-alikes.ts';
import { languageOf } from '../../../src/domain/locale/scripts.ts';
import { type ForeignRun, findForeignRuns, isOtherForm } from './characters/foreign-han.ts';
import { isOnePiece, type Prose, proseOf, spanOfProse } from './characters/prose.ts';
import type { Draft, PageRule } from './rule.ts';

/** Finds characters that the page's language does not write with. */
export const wrongScript: PageRule = {
  id: 'wrong-script',
  on: 'page',
  severity: 'warning',
  docs: {
    summary:
      'Characters are of another script than the words around them: Simplified in a Traditional Chinese page, a Latin letter in a Cyrillic word.',
    why: 'A reader trips over characters that their language does not have, and a word with a letter that only looks right is found by no search and matches no label.',
    fix: 'Write the word in the script of the page.',
  },
  *check({ page: { document, locale } }) {
    const form = hanFormOf(locale);
    if (form !== undefined) yield* foreignHan(document, form);
    if (mayMixScripts(document.text)) yield* mixedWords(document, languageOf(locale));
  },
};

function* foreignHan(document: PageDocument, form: HanForm): Iterable<Draft> {
  const runs = proseOf(document).flatMap((prose) =>
    findForeignRuns(prose, form).map((run) => ({ prose, run })),
  );
  const [first] = runs;
  if (first === undefined) return;
  const whole = isOtherForm(proseOf(document), form);
  if (whole !== undefined) {
    yield {
      message: `The page is written in ${formNames[whole]}, its language in ${formNames[form]}`,
      help: `Write the page in ${formNames[form]}, or move it to the locale that it is for.`,
      span: spanOfProse(first.prose, first.run.from, first.run.to),
      severity: 'error',
      data: { found: first.run.text, form: whole, expected: form },
    };
    return;
  }
  for (const { prose, run } of runs) yield sayRun(prose, run, form);
}

function sayRun(
  prose: Prose,
  { from, to, text, characters, form: found, repaired }: ForeignRun,
  form: HanForm,
): Draft {
  const span = spanOfProse(prose, from, to);
  const own = repaired !== undefined && isOnePiece(prose, from, to) ? repaired : undefined;
  return {
    message:
      characters.length === 1
        ? `\`${text}\` is a character of ${formNames[found]}, the page is in ${formNames[form]}`
        : `\`${shortened(text)}\` has ${characters.length} characters of ${formNames[found]}, the page is in ${formNames[form]}`,
    help: repaired === undefined ? `Write it in ${formNames[form]}.` : `Write \`${shortened(repaired)}\`.`,
    span,
    confidence: 0.9,
    data: { found: text, characters, form: found, expected: form, repaired: repaired ?? null },
    ...(own !== undefined && {
      fix: {
        title: `Write it in ${formNames[form]}`,
        safety: 'unsafe',
        edits: [{ span, text: own }],
      },
    }),
  };
}

function* mixedWords(document: PageDocument, language: string): Iterable<Draft> {
  for (const prose of proseOf(document)) {
    for (const mixed of findMixedWords(prose.text, language)) yield sayMixed(prose, mixed);
  }
}

function sayMixed(prose: Prose, { from, to, text, repaired, letters, script, wordScript }: MixedWord): Draft {
  const span = spanOfProse(prose, from, to);
  const written = letters.length === 1 ? `letter \`${letters[0]}\`` : `letters \`${letters.join('')}\``;
  return {
    message: `\`${text}\` is ${wordScript} with the ${script} ${written}`,
    help: `Type \`${repaired}\` in ${wordScript} letters alone.`,
    span,
    severity: 'error',
    data: { found: text, repaired, letters: letters.join(''), script },
    ...(isOnePiece(prose, from, to) && {
      fix: { title: `Type it in ${wordScript} letters`, safety: 'safe', edits: [{ span, text: repaired }] },
    }),
  };
}

const formNames: Readonly<Record<HanForm, string>> = {
  simplified: 'Simplified Chinese',
  traditional: 'Traditional Chinese',
  japanese: 'Japanese',
};

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}
