import { questionStages } from '../../domain/customer/questions.ts';
import { type Answer, reviewRows } from '../../domain/customer/review.ts';
import { answerText, offerText } from '../../i18n/answer-text.ts';
import type { FormTranslator } from '../../i18n/form-translator.ts';
import type { FormPart } from './field.tsx';
import { ServiceWishes } from './service/PracticeService.tsx';

/** All answers, each with a button that leads to it and back. */
export function ReviewStage({ form, t }: FormPart) {
  const { values } = form.state.value;
  const rows = reviewRows(values, t.nameOrder);
  return (
    <>
      {questionStages.map((stage) => (
        <section key={stage}>
          <h4>{stage === 'opening' ? t.text('progress.before') : t.stage(stage)}</h4>
          <dl class="form-review">
            {rows
              .filter((row) => row.stage === stage)
              .map(({ field, answer }) => (
                <div key={field}>
                  <dt>{t.field(field, values.country)}</dt>
                  <dd>{words(answer, t)}</dd>
                  <dd>
                    <button type="button" class="form-secondary" onClick={() => form.update(stage, field)}>
                      {t.label('update')}
                      <span class="form-hidden"> {t.field(field, values.country)}</span>
                    </button>
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <ServiceWishes form={form} t={t} />
    </>
  );
}

function words(answer: Answer, t: FormTranslator) {
  if (answer.kind !== 'offers' || answer.offers.length === 0) return answerText(answer, t);
  return (
    <ul>
      {answer.offers.map((ordered) => (
        <li key={ordered.offer}>{offerText(ordered, t)}</li>
      ))}
    </ul>
  );
}
