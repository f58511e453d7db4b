import { brokenAnchor } from './broken-anchor.ts';
import { changedLink } from './changed-link.ts';
import { emptyLinkText } from './empty-link-text.ts';
import { inconsistentLabel } from './inconsistent-label.ts';
import { leakedSource } from './leaked-source.ts';
import { missingField } from './missing-field.ts';
import { missingLink } from './missing-link.ts';
import { missingPage } from './missing-page.ts';
import { mojibake } from './mojibake.ts';
import { orphanPage } from './orphan-page.ts';
import { repeatedWord } from './repeated-word.ts';
import type { Rule } from './rule.ts';
import { shiftedEmphasis } from './shifted-emphasis.ts';
import { stalePage } from './stale-page.ts';
import { straySpace } from './stray-space.ts';
import { unknownLabel } from './unknown-label.ts';
import { unreadablePage } from './unreadable-page.ts';
import { untranslatedLabel } from './untranslated-label.ts';
import { untranslatedText } from './untranslated-text.ts';
import { wrongLocaleLink } from './wrong-locale-link.ts';
import { wrongLocaleTag } from './wrong-locale-tag.ts';

/** Every rule there is, by id. */
export const rules: readonly Rule[] = [
  brokenAnchor,
  changedLink,
  emptyLinkText,
  inconsistentLabel,
  leakedSource,
  missingField,
  missingLink,
  missingPage,
  mojibake,
  orphanPage,
  repeatedWord,
  shiftedEmphasis,
  stalePage,
  straySpace,
  unknownLabel,
  unreadablePage,
  untranslatedLabel,
  untranslatedText,
  wrongLocaleLink,
  wrongLocaleTag,
];
