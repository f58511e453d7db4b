import type { Answer, OrderedOffer } from '../domain/customer/review.ts';
import type { FormTranslator } from './form-translator.ts';
import { punctuationOf } from './punctuation.ts';

/**
 * An answer of Review in words, on one line.
 * @example answerText({ kind: 'country', country: 'SE' }, t) // => 'Sverige'
 */
export function answerText(answer: Answer, t: FormTranslator): string {
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'nothing':
      return t.text('review.notGiven');
    case 'confirmed':
      return t.text('review.confirmed');
    case 'option':
      return t.option(answer.option);
    case 'country':
      return t.country(answer.country);
    case 'state':
      return t.state(answer.country, answer.state);
    case 'culture':
      return t.culture(answer.culture);
    case 'date':
      return t.date(answer.date);
    case 'list':
      return t.allOf(answer.items);
    case 'offers':
      return answer.offers.length === 0
        ? t.text('review.noSubscriptions')
        : answer.offers.map((offer) => offerText(offer, t)).join(punctuationOf(t.locale).semicolon);
  }
}

/** An ordered offer in words, with its number of licences and its term. */
export function offerText({ offer, licences, term }: OrderedOffer, t: FormTranslator): string {
  const quantity = licences === undefined ? t.text('review.usage') : t.counted('review.licences', licences);
  return term === undefined
    ? t.text('review.offer', { offer: t.offer(offer), quantity })
    : t.text('review.offerTerm', { offer: t.offer(offer), quantity, term: t.text(`terms.${term}`) });
}
