import { useState } from 'preact/hooks';
import { adminUserOf } from '../../domain/customer/credentials.ts';
import type { FormPart } from './field.tsx';

/** What the partner must copy before going on. After a reload only the account's name is left. */
export function ConfirmationStage({ form, t }: FormPart) {
  const [status, setStatus] = useState('');
  const credentials = form.credentials.value;
  const copy = async (label: string, text: string): Promise<void> => {
    // Without a secure connection there is no clipboard at all.
    try {
      await navigator.clipboard.writeText(text);
      setStatus(t.text('confirmation.copied', { label }));
    } catch {
      setStatus(t.text('confirmation.copyFailed'));
    }
  };
  const rows = [
    ...(credentials ? [{ label: t.text('confirmation.customerId'), text: credentials.customerId }] : []),
    { label: t.label('adminUserAccount'), text: adminUserOf(form.answers.domain.value) },
    ...(credentials ? [{ label: t.label('password'), text: credentials.password }] : []),
  ];
  return (
    <>
      <p class="form-note">
        {t.text(credentials ? 'confirmation.passwordOnce' : 'confirmation.passwordGone')}
      </p>
      <dl class="form-review">
        {rows.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <code translate={false}>{text}</code>
            </dd>
            <dd>
              <button type="button" class="form-secondary" onClick={() => copy(label, text)}>
                {t.text('confirmation.copy')}
                <span class="form-hidden"> {label}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <output>{status}</output>
      <p>{t.text('confirmation.practice')}</p>
    </>
  );
}
