import { useEffect, useState } from 'preact/hooks';
import type { FormPart } from '../field.tsx';
import { type LoadedService, loadService } from './load-service.ts';

/** What the practice service has refused, above the stage. Without a refusal it is nothing. */
export function ServiceRefusal({ form, t }: FormPart) {
  const { service } = useService(form.refusal.value !== null, { form, t });
  return service === undefined ? null : <service.RefusalSummary form={form} t={t} words={service.words} />;
}

/** What the practice service shall answer. */
export function ServiceWishes({ form, t }: FormPart) {
  const { service, hasFailed } = useService(true, { form, t });
  return (
    <>
      {service === undefined ? null : <service.WishField form={form} t={t} words={service.words} />}
      <output>{hasFailed ? <span class="form-note">{t.text('notices.partNotLoaded')}</span> : null}</output>
    </>
  );
}

/** The service as soon as it is wanted, from this part of the form or from another. */
function useService(
  isWanted: boolean,
  { form, t }: FormPart,
): { readonly service: LoadedService | undefined; readonly hasFailed: boolean } {
  const [hasFailed, setHasFailed] = useState(false);
  const service = form.service.value;
  useEffect(() => {
    if (!isWanted || service !== undefined) return;
    loadService(t.locale).then(form.provideService, () => setHasFailed(true));
  }, [isWanted, service, form, t]);
  return { service, hasFailed: hasFailed && service === undefined };
}
