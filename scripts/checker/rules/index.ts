import { brokenAnchor } from './broken-anchor.ts';
import { changedLink } from './changed-link.ts';
import { emptyLinkText } from './empty-link-text.ts';
import { extraCountry } from './extra-country.ts';
import { inconsistentLabel } from './inconsistent-label.ts';
import { leakedSource } from './leaked-source.ts';
import { missingCountry } from './missing-country.ts';
import { missingField } from './missing-field.ts';
import { missingLink } from './missing-link.ts';
import { missingPage } from './missing-page.ts';
import { mojibake } from './mojibake.ts';
import { orphanPage } from './orphan-page.ts';
import { repeatedCountry } from './repeated-country.ts';
import { repeatedWord } from './repeated-word.ts';
import type { Rule } from './rule.ts';
import { shiftedEmphasis } from './shifted-emphasis.ts';
import { stalePage } from './stale-page.ts';
import { straySpace } from './stray-space.ts';
import { unknownCountry } from './unknown-country.ts';
import { unknownLabel } from './unknown-label.ts';
import { unreadablePage } from './unreadable-page.ts';
import { untranslatedCountry } from './untranslated-country.ts';
import { untranslatedLabel } from './untranslated-label.ts';
import { untranslatedText } from './untranslated-text.ts';
import { wrongLocaleLink } from './wrong-locale-link.ts';
import { wrongLocaleTag } from './wrong-locale-tag.ts';

/** Every rule there is, by id. */
export const rules: readonly Rule[] = [
  brokenAnchor,
  changedLink,
  emptyLinkText,
  extraCountry,
  inconsistentLabel,
  leakedSource,
  missingCountry,
  missingField,
  missingLink,
  missingPage,
  mojibake,
  orphanPage,
  repeatedCountry,
  repeatedWord,
  shiftedEmphasis,
  stalePage,
  straySpace,
  unknownCountry,
  unknownLabel,
  unreadablePage,
  untranslatedCountry,
  untranslatedLabel,
  untranslatedText,
  wrongLocaleLink,
  wrongLocaleTag,
];
