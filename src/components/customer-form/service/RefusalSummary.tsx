import { isQuestionStage } from '../../../domain/customer/form-moves.ts';
import { type QuestionStage, questionStages, questionsOf } from '../../../domain/customer/questions.ts';
import { type Refusal, refusalRules, refusals } from '../../../domain/customer/service/refusals.ts';
import { registrationIdPattern } from '../../../domain/customer/service/registration-id-pattern.ts';
import { serviceRequests } from '../../../domain/customer/service/requests.ts';
import { isRefused } from '../../../domain/customer/service/submit-customer.ts';
import type { CustomerValues, FieldId } from '../../../domain/customer/values.ts';
import type { FormMessages } from '../../../i18n/form-messages.ts';
import { formatMessage, type MessageParams } from '../../../i18n/format-message.ts';
import { gapAfter } from '../../../i18n/punctuation.ts';
import { type FormPart, RuleLink } from '../field.tsx';

/**
 * What the practice service has refused: its answer, what it means, what to do, and the ways to the answers to mend. At
 * the stage where one is mended, a reminder of it.
 */
export function RefusalSummary({ form, t, words }: FormPart & { readonly words: FormMessages }) {
  const standing = form.refusal.value;
  const stage = form.stage.value;
  if (standing === null) return null;
  const say = (id: string, params?: MessageParams): string => formatMessage(words, id, t.locale, params);
  const id = standing.refusal;
  const { request, status, codes, isDoubtful }: Refusal = refusals[id];
  const { address, isAfterCreation } = serviceRequests[request];
  const name = say(`refusals.${id}.name`);
  const advice = say(`refusals.${id}.advice`);
  if (isQuestionStage(stage)) return <p class="form-note">{say('reminder', { name })}</p>;
  if (stage !== 'review' || !isRefused(form.state.value)) return null;
  const { values } = form.state.value;
  return (
    <section class="form-summary" tabIndex={-1} aria-labelledby="form-refusal-title">
      <h3 id="form-refusal-title">{say('refused', { name })}</h3>
      <dl class="form-answer">
        <div>
          <dt>{say('request')}</dt>
          <dd>
            {say(`requests.${request}`)} {address && <code translate={false}>{address}</code>}
          </dd>
        </div>
        <div>
          <dt>{say('status')}</dt>
          <dd>
            <code translate={false}>{status}</code>
          </dd>
        </div>
        <div>
          <dt>{say('code')}</dt>
          <dd>
            {codes.length === 0
              ? say('noCode')
              : codes.map((code, index) => (
                  <span key={code}>
                    {index > 0 ? ' / ' : ''}
                    <code translate={false}>{code}</code>
                  </span>
                ))}
          </dd>
        </div>
      </dl>
      <p>{say(`refusals.${id}.meaning`, { pattern: registrationIdPattern(values.country) })}</p>
      <p>
        {advice}
        {gapAfter(advice)}
        <RuleLink t={t} rule={refusalRules[id]} about={name} />
      </p>
      {isAfterCreation ? <p>{say('afterCreation')}</p> : null}
      {isDoubtful ? <p class="form-hint">{say(`refusals.${id}.doubt`)}</p> : null}
      <div class="form-buttons">
        {placesOf(id, values).map(([place, field]) => (
          <button key={field} type="button" class="form-secondary" onClick={() => form.update(place, field)}>
            {say('goTo', { field: t.field(field, values.country) })}
          </button>
        ))}
      </div>
    </section>
  );
}

/** The answers that can be mended, with the stages that ask for them; what is not asked is left out. */
function placesOf(id: keyof typeof refusals, values: CustomerValues): (readonly [QuestionStage, FieldId])[] {
  const { fields }: Refusal = refusals[id];
  return (
    fields
      // The numbers of licences stand among the offers.
      .filter((field) => field !== 'licences')
      .flatMap((field) =>
        questionStages
          .filter((stage) => questionsOf(stage, values).includes(field))
          .map((stage) => [stage, field] as const),
      )
  );
}
