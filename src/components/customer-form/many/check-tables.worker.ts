/**
 * Reads and checks tables beside the page, which stays usable meanwhile. It asks for nothing from anywhere: a worker has
 * no policy of its page's, so a test holds its code to that.
 */
import { siteLocales } from '../../../domain/locale/locales.ts';
import type { FormMessages, LabelMessages } from '../../../i18n/form-messages.ts';
import { formTranslator } from '../../../i18n/form-translator.ts';
import { formatMessage, type MessageParams } from '../../../i18n/format-message.ts';
import { rowProblemText } from '../../../i18n/row-problem-text.ts';
import { tableNames } from '../../../i18n/table-names.ts';
import type { FromWorker, TableAnswers, TableRequest, ToWorker } from './table-messages.ts';
import { createTableSession } from './table-session.ts';

type Part = Readonly<Record<string, FormMessages>>;

const labels: Readonly<Record<string, LabelMessages>> = import.meta.glob(
  '../../../../locales/*/labels.json',
  {
    eager: true,
    import: 'default',
  },
);
// One group each, so that the other messages of the form are left out of the worker.
const fields: Part = import.meta.glob('../../../../locales/*/form.json', { eager: true, import: 'fields' });
const options: Part = import.meta.glob('../../../../locales/*/form.json', { eager: true, import: 'options' });
const offers: Part = import.meta.glob('../../../../locales/*/form.json', { eager: true, import: 'offers' });
const terms: Part = import.meta.glob('../../../../locales/*/form.json', { eager: true, import: 'terms' });
const review: Part = import.meta.glob('../../../../locales/*/form.json', { eager: true, import: 'review' });
const results: Readonly<Record<string, { readonly problems: string }>> = import.meta.glob(
  '../../../../locales/*/many.json',
  { eager: true, import: 'result' },
);

const session = createTableSession(
  tableNames(
    Object.fromEntries(
      siteLocales.map((locale) => {
        const of = <Value>(files: Readonly<Record<string, Value>>, file: string): Value =>
          // Every locale has every file, which a test asserts.
          files[`../../../../locales/${locale}/${file}.json`] as Value;
        return [
          locale,
          {
            labels: of(labels, 'labels'),
            form: {
              fields: of(fields, 'form'),
              options: of(options, 'form'),
              offers: of(offers, 'form'),
              terms: of(terms, 'form'),
              review: of(review, 'form'),
            },
            problems: of(results, 'many').problems,
          },
        ];
      }),
    ),
  ),
);

/** The check that goes on; each has its own, for the next may begin before one that was stopped has noticed. */
let current = { isStopped: false };

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('kind' in data) current.isStopped = true;
  else void answer(data);
});

async function answer({ id, request }: Extract<ToWorker, { readonly id: number }>): Promise<void> {
  try {
    tell({ kind: 'answer', id, answer: await answerTo(request) });
  } catch {
    tell({ kind: 'failed', id });
  }
}

function answerTo(request: TableRequest): Promise<TableAnswers[keyof TableAnswers]> {
  switch (request.kind) {
    case 'open':
      current.isStopped = true;
      return session.open(request.source, request.reading);
    case 'check': {
      const own = { isStopped: false };
      current.isStopped = true;
      current = own;
      return session.check(
        request.order,
        (rows, share) => tell({ kind: 'progress', rows, share }),
        () => own.isStopped,
      );
    }
    case 'page':
      return session.page(request.filter, request.from, request.count);
    case 'values':
      return session.values(request.row);
    case 'save': {
      const { locale, many, ...words } = request.words;
      const t = formTranslator(locale, words);
      const say = (name: string, params?: MessageParams): string => formatMessage(many, name, locale, params);
      return session.save({
        heading: say('result.problems'),
        notChecked: say('result.notChecked'),
        textOf: (problem) => rowProblemText(problem, t, say),
        nameOf: t.field,
      });
    }
  }
}

function tell(message: FromWorker): void {
  postMessage(message);
}
