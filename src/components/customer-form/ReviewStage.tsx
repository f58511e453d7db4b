import { questionStages } from '../../domain/customer/questions.ts';
import { type Answer, reviewRows } from '../../domain/customer/review.ts';
import type { FormTranslator } from '../../i18n/form-translator.ts';
import type { FormPart } from './field.tsx';

/** All answers, each with a button that leads to it and back. */
export function ReviewStage({ form, t }: FormPart) {
  const rows = reviewRows(form.state.value.values, t.nameOrder);
  return questionStages.map((stage) => (
    <section key={stage}>
      <h4>{stage === 'opening' ? t.text('progress.before') : t.stage(stage)}</h4>
      <dl class="form-review">
        {rows
          .filter((row) => row.stage === stage)
          .map(({ field, answer }) => (
            <div key={field}>
              <dt>{t.field(field)}</dt>
              <dd>{words(answer, t)}</dd>
              <dd>
                <button type="button" class="form-secondary" onClick={() => form.update(stage, field)}>
                  {t.label('update')}
                  <span class="form-hidden"> {t.field(field)}</span>
                </button>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  ));
}

function words(answer: Answer, t: FormTranslator) {
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
    case 'date':
      return t.date(answer.date);
    case 'list':
      return t.allOf(answer.items);
    case 'offers':
      return answer.offers.length === 0 ? (
        t.text('review.noSubscriptions')
      ) : (
        <OrderedOffers answer={answer} t={t} />
      );
  }
}

function OrderedOffers({
  answer,
  t,
}: {
  readonly answer: Answer & { kind: 'offers' };
  readonly t: FormTranslator;
}) {
  return (
    <ul>
      {answer.offers.map(({ offer, licences }) => (
        <li key={offer}>
          {t.text('review.offer', {
            offer: t.offer(offer),
            quantity:
              licences === undefined ? t.text('review.usage') : t.counted('review.licences', licences),
          })}
        </li>
      ))}
    </ul>
  );
}
