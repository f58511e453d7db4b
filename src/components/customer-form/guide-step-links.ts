import { stages } from '../../domain/customer/form-state.ts';
import { stepsOf } from '../../domain/customer/guide-steps.ts';
import type { SiteLocale } from '../../domain/locale/locales.ts';
import { siteMessages } from '../../i18n/site-messages.ts';
import type { GuideStepLinks } from './GuideSteps.tsx';

/** Made where the page is built: the browser needs neither the list of steps nor the words around their numbers. */
export function guideStepLinks(locale: SiteLocale): GuideStepLinks {
  const say = siteMessages(locale);
  const numbers = new Intl.NumberFormat(locale);
  return Object.fromEntries(
    stages.flatMap((stage) => {
      const steps = stepsOf(stage);
      const [first] = steps;
      const last = steps.at(-1);
      if (first === undefined || last === undefined) return [];
      const text =
        first === last
          ? say('guideStep', { steps: numbers.format(first.number) })
          : say('guideSteps', { steps: numbers.formatRange(first.number, last.number) });
      return [[stage, { anchor: first.anchor, text }]];
    }),
  );
}
