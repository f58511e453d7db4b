import { stages } from '../../domain/customer/form-state.ts';
import { stepsOf } from '../../domain/customer/guide-steps.ts';
import { explanationOf, type PracticePlace, practicePlaces } from '../../domain/customer/practice-places.ts';
import type { SiteLocale } from '../../domain/locale/locales.ts';
import type { Explanations } from '../../i18n/form-messages.ts';
import { pagePath } from '../../i18n/locale-paths.ts';
import { type SiteMessage, siteMessages } from '../../i18n/site-messages.ts';
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

/** The ways from places of the form to the pages that explain them: made here for the same reason. */
export function explanationLinks(locale: SiteLocale): Explanations {
  const say = siteMessages(locale);
  return Object.fromEntries(
    practicePlaces.flatMap((place) => {
      const section = explanationOf(place);
      const message = words[place];
      if (section === undefined || message === undefined) return [];
      const href = `${pagePath({ locale, key: section.page })}#${section.anchor}`;
      return [[place, { href, text: say(message) }]];
    }),
  );
}

/** What the links say. No page is about the others: they are told of on the way. */
const words: Readonly<Partial<Record<PracticePlace, SiteMessage>>> = {
  partnerType: 'explain.partnerType',
  role: 'explain.role',
  companyName: 'explain.companyName',
  registrationId: 'explain.registrationId',
  specialQualifications: 'explain.specialQualifications',
  validationCode: 'explain.validationCode',
  addressLine1: 'explain.addressLine1',
  firstName: 'explain.firstName',
  email: 'explain.email',
  phone: 'explain.phone',
  domain: 'explain.domain',
  agreement: 'explain.agreement',
  reseller: 'explain.reseller',
  additionalResellers: 'explain.additionalResellers',
  offers: 'explain.offers',
  products: 'explain.products',
  acceptance: 'explain.acceptance',
  costs: 'explain.costs',
  customers: 'explain.customers',
};
