import { useEffect, useState } from 'preact/hooks';
import type { FormMessages } from '../../i18n/form-messages.ts';
import type { FormPart } from './field.tsx';
import type { FormStore } from './form-store.ts';
import { OpeningStage } from './OpeningStage.tsx';

/** The stages that are loaded apart, with their words about addresses. */
export type LaterStages = typeof import('./later-stages.ts') & { readonly address: FormMessages };

const wordFiles = import.meta.glob<FormMessages>('../../../locales/*/address.json', { import: 'default' });

/** What the present stage asks or shows. */
export function StageQuestions({ form, t, later }: FormPart & { readonly later: LaterStages | undefined }) {
  const stage = form.stage.value;
  if (stage === 'opening') return <OpeningStage form={form} t={t} />;
  if (later === undefined || stage === 'done') return null;
  const Questions = later[parts[stage]];
  return <Questions form={form} t={t} />;
}

const parts = {
  account: 'AccountStage',
  subscriptions: 'SubscriptionsStage',
  review: 'ReviewStage',
  confirmation: 'ConfirmationStage',
} as const;

/** Loads the stages behind the opening as soon as somebody is at work in the form, or comes back to answers. */
export function useLaterStages(form: FormStore, locale: string): LaterStages | undefined {
  const [later, setLater] = useState<LaterStages>();
  const isWanted = form.isInUse.value || !form.isEmpty.value;
  useEffect(() => {
    if (!isWanted || later !== undefined) return undefined;
    let isCurrent = true;
    const load = (): void => {
      Promise.all([
        import('./later-stages.ts').then(async (stages) => {
          await stages.addressNamesSettled;
          return stages;
        }),
        wordFiles[`../../../locales/${locale}/address.json`]?.(),
        form.loadRules(),
      ]).then(
        ([loaded, address = {}]) => isCurrent && setLater({ ...loaded, address }),
        () => isCurrent && form.tellPartNotLoaded(),
      );
    };
    load();
    addEventListener('online', load);
    return () => {
      isCurrent = false;
      removeEventListener('online', load);
    };
  }, [isWanted, later, form, locale]);
  return later;
}
