import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RuleContext } from '../../domain/customer/find-issues.ts';
import type { FormMessages } from '../../i18n/form-messages.ts';
import { type LoadedCustomers, loadCustomers } from './customers/load-customers.ts';
import type * as FormRules from './form-rules.ts';
import type { LoadedService } from './service/load-service.ts';

/** What the form loads once it is needed. Each loading says false where it fails, and can be tried again. */
export interface LazyParts {
  /** What decides where the form goes, once it is loaded. */
  readonly rules: () => typeof FormRules | undefined;
  /** What is wrong with answers, in words: they come with the rules. */
  readonly issueWords: ReadonlySignal<FormMessages | undefined>;
  readonly customers: ReadonlySignal<LoadedCustomers | undefined>;
  readonly service: Signal<LoadedService | undefined>;
  readonly haveRules: () => Promise<boolean>;
  readonly haveCustomers: () => Promise<boolean>;
  readonly haveService: () => Promise<boolean>;
}

const wordFiles = import.meta.glob<FormMessages>('../../../locales/*/issues.json', { import: 'default' });

/** The parts of a form that speaks to the page of `locale`. */
export function createLazyParts(locale: string, ruleContext: () => RuleContext): LazyParts {
  const issueWords = signal<FormMessages>();
  const customers = signal<LoadedCustomers>();
  const service = signal<LoadedService>();
  let rules: typeof FormRules | undefined;
  return {
    rules: () => rules,
    issueWords,
    customers,
    service,
    haveRules: onceLoaded(async () => {
      const [loaded, words] = await Promise.all([
        import('./form-rules.ts'),
        wordFiles[`../../../locales/${locale}/issues.json`]?.(),
      ]);
      rules = loaded;
      issueWords.value = words;
    }),
    haveCustomers: onceLoaded(async () => {
      customers.value = await loadCustomers(locale, ruleContext);
    }),
    haveService: onceLoaded(async () => {
      // Review may have brought it along.
      service.value ??= await (await import('./later-stages.ts')).loadService(locale);
    }),
  };
}

/** Loads at the first call; all calls meanwhile wait for the same, and one after a failure tries again. */
function onceLoaded(load: () => Promise<void>): () => Promise<boolean> {
  let loading: Promise<boolean> | undefined;
  const tryToLoad = async (): Promise<boolean> => {
    try {
      await load();
      return true;
    } catch {
      loading = undefined;
      return false;
    }
  };
  return () => (loading ??= tryToLoad());
}
