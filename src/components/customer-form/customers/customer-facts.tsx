import type { ComponentChildren } from 'preact';
import type { PracticeCustomer, Subscription } from '../../../domain/customer/customers/practice-customer.ts';
import { draftLifetime as lifetime } from '../../../domain/customer/draft.ts';
import { cleanText } from '../../../domain/customer/normalise.ts';
import { offerText } from '../../../i18n/answer-text.ts';
import { gapAfter, joinSentences } from '../../../i18n/punctuation.ts';
import type { FormPart } from '../field.tsx';
import type { LoadedCustomers } from './load-customers.ts';

/** What every part about practice customers gets. */
export interface CustomerPart extends FormPart {
  readonly customers: LoadedCustomers;
}

/** One fact of a customer, in a list of them. */
export function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How the customer stands to the agreement, in words. */
export function agreementText(
  { acceptedOn }: PracticeCustomer,
  { t, customers: { say } }: CustomerPart,
): string {
  return acceptedOn === ''
    ? say('agreement.invited')
    : say('agreement.accepted', { date: t.date(acceptedOn) });
}

/** The status of the qualification that was asked for, in the words of Partner Center where those are documented. */
export function qualificationText(
  { values, vetting }: PracticeCustomer,
  { t, customers: { say } }: CustomerPart,
): string {
  const { specialQualifications: asked } = values;
  if (vetting === null || vetting.status === 'approved') return t.option(asked);
  const isEducation = asked === 'education';
  if (vetting.status === 'denied')
    return say(isEducation ? 'qualification.notEducation' : 'qualification.denied');
  return say('qualification.inReview', { qualification: t.option(asked) });
}

/** What the customer has, one line for each order of an offer. */
export function Subscriptions({
  part: { t },
  subscriptions,
  detail = (text) => text,
}: {
  readonly part: CustomerPart;
  readonly subscriptions: readonly Subscription[];
  /** What to say of a subscription beside its words. */
  readonly detail?: (text: string, subscription: Subscription) => string;
}) {
  if (subscriptions.length === 0) return <>{t.text('review.noSubscriptions')}</>;
  return (
    <ul>
      {subscriptions.map((subscription, index) => (
        // Orders are only ever added at the end.
        <li key={`${index} ${subscription.offer}`}>{detail(offerText(subscription, t), subscription)}</li>
      ))}
    </ul>
  );
}

/** What the list tells, for readers of the page by ear too. */
export function CustomerNotices({ form, t, customers: { say, store } }: CustomerPart) {
  const notice = store.notice.value;
  return (
    <output>
      {notice === undefined ? null : (
        <span class="form-note">
          {noticeText()}
          {notice.kind === 'removed' ? (
            <>
              {gapAfter(noticeText())}
              <button
                type="button"
                class="form-secondary"
                onClick={() => {
                  store.undo();
                  form.focus({ control: `form-customer-${notice.removed.customer.id}` });
                }}
              >
                {say('list.undo')}
              </button>
            </>
          ) : null}
        </span>
      )}
      {store.isStorageOff.value ? <span class="form-note">{say('notices.storageOff')}</span> : null}
    </output>
  );

  function noticeText(): string {
    if (notice === undefined) return '';
    if (notice.kind === 'leftOut') {
      const { expired, damaged } = notice;
      return joinSentences([
        ...(expired > 0
          ? [say('notices.expired', { count: t.number(expired), days: t.number(lifetime) })]
          : []),
        ...(damaged > 0 ? [say('notices.damaged', { count: t.number(damaged) })] : []),
      ]);
    }
    if (notice.kind === 'removed') {
      return say('notices.removed', { company: cleanText(notice.removed.customer.values.companyName) });
    }
    return say(`notices.${notice.kind}`, 'company' in notice ? { company: notice.company } : {});
  }
}
