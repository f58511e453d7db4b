import { brokenAnchor } from './broken-anchor.ts';
import { changedLink } from './changed-link.ts';
import { emptyLinkText } from './empty-link-text.ts';
import { inconsistentLabel } from './inconsistent-label.ts';
import { leakedSource } from './leaked-source.ts';
import { missingLink } from './missing-link.ts';
import { mojibake } from './mojibake.ts';
import { repeatedWord } from './repeated-word.ts';
import type { Rule } from './rule.ts';
import { shiftedEmphasis } from './shifted-emphasis.ts';
import { straySpace } from './stray-space.ts';
import { unknownLabel } from './unknown-label.ts';
import { untranslatedLabel } from './untranslated-label.ts';
import { untranslatedText } from './untranslated-text.ts';
import { wrongLocaleLink } from './wrong-locale-link.ts';

/** Every rule there is, by id. */
export const rules: readonly Rule[] = [
  brokenAnchor,
  changedLink,
  emptyLinkText,
  inconsistentLabel,
  leakedSource,
  missingLink,
  mojibake,
  repeatedWord,
  shiftedEmphasis,
  straySpace,
  unknownLabel,
  untranslatedLabel,
  untranslatedText,
  wrongLocaleLink,
];
