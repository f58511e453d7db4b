import type { PracticePlace } from '../domain/customer/practice-places.ts';
import { type SiteLocale, siteLocales, sourceLocale } from '../domain/locale/locales.ts';
import { fillMessages, type MessageTree } from '../domain/messages/fill-messages.ts';
import type { FormMessages, LabelMessages } from './form-messages.ts';
import { type FormTranslator, formTranslator } from './form-translator.ts';
import { formatMessage } from './format-message.ts';
import { siteMessages } from './site-messages.ts';

interface Words {
  readonly t: FormTranslator;
  readonly service: FormMessages;
}

const source = await readWords(sourceLocale);
const wordsOf = new Map(
  await Promise.all(
    siteLocales.map(async (locale) => {
      const { labels, form, service } = fillMessages(await readWords(locale), source);
      // What is filled has the shape of the source.
      const t = formTranslator(locale, { labels: labels as LabelMessages, form: form as FormMessages });
      return [locale, { t, service: service as FormMessages } satisfies Words] as const;
    }),
  ),
);

/**
 * What the link from a section of the guide to a place of the form says: it names the place as the form does. Said where
 * pages are built; the browser needs none of it.
 * @example practicePlaceText('sv-SE', 'email') // => 'Prova i övningsformuläret: E-postadress'
 */
export function practicePlaceText(locale: SiteLocale, place: PracticePlace): string {
  return siteMessages(locale)('practicePlace', { place: placeName(locale, place) });
}

function placeName(locale: SiteLocale, place: PracticePlace): string {
  const { t, service } = wordsOf.get(locale) as Words;
  switch (place) {
    case 'customers':
      return t.label('customers');
    case 'products':
      return t.label('addProducts');
    case 'acceptance':
      return siteMessages(locale)('practiceAcceptance');
    case 'costs':
      return t.label('costManagement');
    case 'service':
      return formatMessage(service, 'title', locale);
    case 'existingCustomer':
      return formatMessage(service, 'refusals.existingCustomer.name', locale);
    case 'exports':
      return t.text('exports.open');
    default:
      return t.field(place);
  }
}

async function readWords(locale: SiteLocale): Promise<MessageTree> {
  const read = async (file: string): Promise<MessageTree> =>
    (await import(`../../locales/${locale}/${file}.json`, { with: { type: 'json' } })).default;
  const [labels, form, service] = await Promise.all(['labels', 'form', 'service'].map(read));
  return { labels: labels ?? {}, form: form ?? {}, service: service ?? {} };
}
