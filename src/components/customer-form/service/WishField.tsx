import type { RefusalId } from '../../../domain/customer/service/refusals.ts';
import { refusals } from '../../../domain/customer/service/refusals.ts';
import { rehearsalsFor } from '../../../domain/customer/service/rehearsals.ts';
import type { ServiceRequestId } from '../../../domain/customer/service/requests.ts';
import { serviceRequests } from '../../../domain/customer/service/requests.ts';
import type { ServiceWish } from '../../../domain/customer/service/wish.ts';
import type { FormMessages } from '../../../i18n/form-messages.ts';
import { formatMessage, type MessageParams } from '../../../i18n/format-message.ts';
import type { FormPart } from '../field.tsx';

/** The choice of what the practice service answers to Submit: by itself, or an answer to rehearse. */
export function WishField({ form, t, words }: FormPart & { readonly words: FormMessages }) {
  const say = (id: string, params?: MessageParams): string => formatMessage(words, id, t.locale, params);
  const { values, wish } = form.state.value;
  const rehearsals = rehearsalsFor(values);
  return (
    <section>
      <h4>{say('title')}</h4>
      <p>{say('intro')}</p>
      <div class="form-field">
        <label for="form-service-wish">{say('wish')}</label>
        <p class="form-hint" id="form-service-wish-hint">
          {say('wishHint')}
        </p>
        <select
          id="form-service-wish"
          // What no longer fits the answers is not wished for.
          value={wish !== '' && wish !== 'accepted' && !rehearsals.includes(wish) ? '' : wish}
          autocomplete="off"
          aria-describedby="form-service-wish-hint"
          // The options are made of these wishes.
          onChange={({ currentTarget }) => form.wish(currentTarget.value as ServiceWish)}
        >
          <option value="">{say('itself')}</option>
          <option value="accepted">{say('accepted')}</option>
          {groupsOf(rehearsals).map(([request, ids]) => (
            <optgroup key={request} label={say(`requests.${request}`)}>
              {ids.map((id) => (
                <option key={id} value={id}>
                  {optionOf(id, say(`refusals.${id}.name`))}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
    </section>
  );
}

function groupsOf(rehearsals: readonly RefusalId[]): (readonly [string, readonly RefusalId[]])[] {
  // Object.keys forgets that the keys are the requests.
  return (Object.keys(serviceRequests) as ServiceRequestId[])
    .map((request) => [request, rehearsals.filter((id) => refusals[id].request === request)] as const)
    .filter(([, ids]) => ids.length > 0);
}

/** Whoever has met an error knows its code. */
function optionOf(id: RefusalId, name: string): string {
  const { codes } = refusals[id];
  return codes.length === 0 ? name : `${codes.join('/')} – ${name}`;
}
