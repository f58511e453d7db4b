import { roleTasks, tasksBeyond } from '../../../domain/customer/role-tasks.ts';
import type { RoleAnswer } from '../../../domain/customer/values.ts';
import { isSiteLocale } from '../../../domain/locale/locales.ts';
import type { FormMessages } from '../../../i18n/form-messages.ts';
import { formatMessage, type MessageParams } from '../../../i18n/format-message.ts';
import { pagePath } from '../../../i18n/locale-paths.ts';
import type { FormPart } from '../field.tsx';

/** The ways of an indirect reseller, in full, and one to practise all the same. */
export function ResellerWay({ form, t, words }: FormPart & { readonly words: FormMessages }) {
  const say = (id: string, params?: MessageParams): string => formatMessage(words, id, t.locale, params);
  const labels = { reseller: t.label('selectReseller'), customers: t.label('customers') };
  return (
    <>
      {(['known', 'unknown'] as const).map((way) => (
        <div key={way}>
          <p>{say(`reseller.${way}.title`)}</p>
          <ol>
            {(['first', 'second', 'third'] as const).map((step) => (
              <li key={step}>{say(`reseller.${way}.${step}`, labels)}</li>
            ))}
          </ol>
        </div>
      ))}
      <p class="form-guide">
        <a href={guidePath(t.locale, 'request-a-relationship', 'indirect-reseller')}>
          {say('reseller.link')}
        </a>
      </p>
      <div class="form-buttons">
        <button
          type="button"
          class="form-secondary"
          onClick={() => {
            form.change({ partnerType: 'indirectProvider' });
            // The button is gone then.
            form.focus({ control: 'form-partnerType-indirectProvider' });
          }}
        >
          {say('reseller.practise', { provider: t.option('indirectProvider') })}
        </button>
      </div>
    </>
  );
}

/** The tasks that the role leaves to others, who may do them, and who can change that. */
export function RoleLimits({
  role,
  t,
  words,
}: Pick<FormPart, 't'> & { readonly role: RoleAnswer; readonly words: FormMessages }) {
  const say = (id: string, params?: MessageParams): string => formatMessage(words, id, t.locale, params);
  const admins = { admin: t.option('globalAdmin'), userAdmin: t.option('userManagementAdmin') };
  return (
    <>
      <ul>
        {tasksBeyond(role).map((task) => (
          <li key={task}>
            {say('role.task', {
              task: say(`tasks.${task}`),
              roles: t.anyOf(roleTasks[task].map(t.option)),
            })}
          </li>
        ))}
      </ul>
      <p>
        {say(role === 'otherRole' ? 'role.askOther' : 'role.ask', {
          ...admins,
          agent: t.option('adminAgent'),
        })}
      </p>
      {role === 'otherRole' ? <p>{say('role.practise', { agent: t.option('adminAgent') })}</p> : null}
      <p class="form-guide">
        <a href={guidePath(t.locale, 'appropriate-roles', 'tasks-and-roles')}>{say('role.link')}</a>
      </p>
    </>
  );
}

/** A place in another page of the guide, in the page's language. */
function guidePath(locale: string, key: string, anchor: string): string {
  // The form is on pages of the guide alone, so its locale is always one of the site's.
  return isSiteLocale(locale) ? `${pagePath({ locale, key })}#${anchor}` : `#${anchor}`;
}
