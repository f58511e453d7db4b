import {
  type CostManagementGap,
  costManagementGaps,
} from '../../../domain/customer/customers/cost-management.ts';
import { nextStepRules } from '../../../domain/customer/customers/next-steps.ts';
import type { PracticeCustomer } from '../../../domain/customer/customers/practice-customer.ts';
import { canAskAgain, vettingLimit } from '../../../domain/customer/customers/vetting.ts';
import { mayDo } from '../../../domain/customer/role-tasks.ts';
import { gapAfter, joinSentences } from '../../../i18n/punctuation.ts';
import { Explanation, RuleLink } from '../field.tsx';
import { agreementText, type CustomerPart, qualificationText } from './customer-facts.tsx';

type StepPart = CustomerPart & { readonly customer: PracticeCustomer };

/** How the agreement stands. What an invited customer does in its own account is played here by a button. */
export function AgreementStep({ customer, ...part }: StepPart) {
  const { form, t, customers } = part;
  const { say, store } = customers;
  const isInvited = customer.acceptedOn === '';
  return (
    <section>
      <h4 id="form-agreement-step" tabIndex={-1}>
        {t.label('customerAgreement')}
      </h4>
      <p>{agreementText(customer, part)}</p>
      <Explanation t={t} place="acceptance" />
      {isInvited ? (
        <>
          <p>
            {say('agreement.refused')}
            {gapAfter(say('agreement.refused'))}
            <RuleLink {...part} rule={nextStepRules.agreement} about={t.label('customerAgreement')} />
          </p>
          <div class="form-buttons">
            <button
              type="button"
              class="form-secondary"
              onClick={() => {
                store.accept(customer.id);
                // The button is gone then.
                form.focus({ control: 'form-agreement-step' });
              }}
            >
              {say('agreement.accept')}
            </button>
          </div>
        </>
      ) : null}
    </section>
  );
}

/**
 * The qualification that was asked for, and how far Microsoft is with it; nothing where none was. What Microsoft decides is
 * played here by buttons.
 */
export function QualificationStep({ customer, ...part }: StepPart) {
  const { form, t, customers } = part;
  const { say, store } = customers;
  const { id, values, vetting } = customer;
  const { specialQualifications: asked } = values;
  if (asked === 'none' || vetting === null) return null;
  const { status, requests } = vetting;
  const meaning = joinSentences([
    say(`qualification.${asked}.${status}`),
    status === 'denied' && asked === 'education'
      ? say('qualification.requests', { count: t.number(requests), limit: t.number(vettingLimit) })
      : '',
  ]);
  const button = (words: string, act: () => void) => (
    <button
      type="button"
      class="form-secondary"
      onClick={() => {
        act();
        // The button is gone then.
        form.focus({ control: 'form-qualification-step' });
      }}
    >
      {say(words)}
    </button>
  );
  return (
    <section>
      <h4 id="form-qualification-step" tabIndex={-1}>
        {t.label('specialQualifications')}
      </h4>
      <p>{qualificationText(customer, part)}</p>
      <p>
        {meaning}
        {gapAfter(meaning)}
        <RuleLink {...part} rule={nextStepRules[asked]} about={t.option(asked)} />
      </p>
      {status === 'inReview' ? (
        <div class="form-buttons">
          {button('qualification.approve', () => store.decide(id, 'approved'))}
          {button('qualification.deny', () => store.decide(id, 'denied'))}
        </div>
      ) : null}
      {canAskAgain(asked, vetting) ? (
        <div class="form-buttons">{button('qualification.askAgain', () => store.askAgain(id))}</div>
      ) : null}
    </section>
  );
}

/** Cost management: on, or a button that switches it on, or what is missing for that. */
export function CostStep({ customer, ...part }: StepPart) {
  const { form, t, customers } = part;
  const { say, store } = customers;
  const gaps = costManagementGaps(customer);
  const needs: Readonly<Record<CostManagementGap, string>> = {
    agreement: say('costs.agreement'),
    plan: say('costs.plan', { offer: t.offer('cloudUsage') }),
  };
  return (
    <section>
      <h4 id="form-costs-step" tabIndex={-1}>
        {t.label('costManagement')}
      </h4>
      <Explanation t={t} place="costs" />
      {customer.hasCostManagement ? <p>{say('costs.on')}</p> : null}
      {!customer.hasCostManagement && gaps.length > 0 ? (
        <>
          <p>{say('costs.missing')}</p>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{needs[gap]}</li>
            ))}
          </ul>
          <p>
            <RuleLink {...part} rule={nextStepRules.costManagement} about={t.label('costManagement')} />
          </p>
        </>
      ) : null}
      {!customer.hasCostManagement && gaps.length === 0 ? (
        <>
          <p>{say('costs.ready')}</p>
          {mayDo(customer.values.role, 'enableCostManagement') ? null : (
            <p class="form-note">
              {say('costs.role')}
              {gapAfter(say('costs.role'))}
              <RuleLink {...part} rule={nextStepRules.costManagement} about={t.label('costManagement')} />
            </p>
          )}
          <div class="form-buttons">
            <button
              type="button"
              class="form-secondary"
              onClick={() => {
                store.enableCostManagement(customer.id);
                form.focus({ control: 'form-costs-step' });
              }}
            >
              {say('costs.enable')}
            </button>
          </div>
        </>
      ) : null}
    </section>
  );
}
