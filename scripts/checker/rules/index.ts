import { brokenAnchor } from './broken-anchor.ts';
import { brokenLink } from './broken-link.ts';
import { brokenList } from './broken-list.ts';
import { brokenMessage } from './broken-message.ts';
import { changedAnchor } from './changed-anchor.ts';
import { changedCallout } from './changed-callout.ts';
import { changedCode } from './changed-code.ts';
import { changedComponent } from './changed-component.ts';
import { changedDate } from './changed-date.ts';
import { changedField } from './changed-field.ts';
import { changedHeadingLevel } from './changed-heading-level.ts';
import { changedImage } from './changed-image.ts';
import { changedInlineCode } from './changed-inline-code.ts';
import { changedLink } from './changed-link.ts';
import { changedListKind } from './changed-list-kind.ts';
import { changedMarkup } from './changed-markup.ts';
import { changedNumber } from './changed-number.ts';
import { changedPlaceholder } from './changed-placeholder.ts';
import { changedUnit } from './changed-unit.ts';
import { changedVersion } from './changed-version.ts';
import { emptyLinkText } from './empty-link-text.ts';
import { emptyMessage } from './empty-message.ts';
import { extraBlock } from './extra-block.ts';
import { extraCountry } from './extra-country.ts';
import { extraCurrency } from './extra-currency.ts';
import { extraLanguage } from './extra-language.ts';
import { extraMessage } from './extra-message.ts';
import { extraPluralForm } from './extra-plural-form.ts';
import { extraSection } from './extra-section.ts';
import { extraStep } from './extra-step.ts';
import { extraTimeZone } from './extra-time-zone.ts';
import { forbiddenTerm } from './forbidden-term.ts';
import { garbledCountryList } from './garbled-country-list.ts';
import { inconsistentLabel } from './inconsistent-label.ts';
import { invalidField } from './invalid-field.ts';
import { invalidSuppression } from './invalid-suppression.ts';
import { leakedSource } from './leaked-source.ts';
import { mergedSteps } from './merged-steps.ts';
import { misplacedCountry } from './misplaced-country.ts';
import { missingAltText } from './missing-alt-text.ts';
import { missingAnchor } from './missing-anchor.ts';
import { missingBlock } from './missing-block.ts';
import { missingCallout } from './missing-callout.ts';
import { missingCode } from './missing-code.ts';
import { missingCountry } from './missing-country.ts';
import { missingCurrency } from './missing-currency.ts';
import { missingField } from './missing-field.ts';
import { missingImage } from './missing-image.ts';
import { missingLanguage } from './missing-language.ts';
import { missingLink } from './missing-link.ts';
import { missingMessage } from './missing-message.ts';
import { missingPage } from './missing-page.ts';
import { missingPlaceholder } from './missing-placeholder.ts';
import { missingPluralForm } from './missing-plural-form.ts';
import { missingRequiredMessage } from './missing-required-message.ts';
import { missingSection } from './missing-section.ts';
import { missingSpace } from './missing-space.ts';
import { missingStep } from './missing-step.ts';
import { missingTableRow } from './missing-table-row.ts';
import { missingTerm } from './missing-term.ts';
import { missingTimeZone } from './missing-time-zone.ts';
import { mixedWidth } from './mixed-width.ts';
import { mojibake } from './mojibake.ts';
import { movedBlock } from './moved-block.ts';
import { movedSection } from './moved-section.ts';
import { movedStep } from './moved-step.ts';
import { oddOneOut } from './odd-one-out.ts';
import { orphanPage } from './orphan-page.ts';
import { outdatedCountry } from './outdated-country.ts';
import { redirectedLink } from './redirected-link.ts';
import { renumberedStep } from './renumbered-step.ts';
import { repeatedAnchor } from './repeated-anchor.ts';
import { repeatedCountry } from './repeated-country.ts';
import { repeatedCurrency } from './repeated-currency.ts';
import { repeatedKeyword } from './repeated-keyword.ts';
import { repeatedLanguage } from './repeated-language.ts';
import { repeatedMessageKey } from './repeated-message-key.ts';
import { repeatedTimeZone } from './repeated-time-zone.ts';
import { repeatedWord } from './repeated-word.ts';
import type { Rule } from './rule.ts';
import { shiftedEmphasis } from './shifted-emphasis.ts';
import { shiftedLinkText } from './shifted-link-text.ts';
import { splitStep } from './split-step.ts';
import { stalePage } from './stale-page.ts';
import { straySpace } from './stray-space.ts';
import { translatedName } from './translated-name.ts';
import { translatedTerm } from './translated-term.ts';
import { truncatedText } from './truncated-text.ts';
import { undefinedMessage } from './undefined-message.ts';
import { unknownCountry } from './unknown-country.ts';
import { unknownCurrency } from './unknown-currency.ts';
import { unknownLabel } from './unknown-label.ts';
import { unknownLanguage } from './unknown-language.ts';
import { unknownTimeZone } from './unknown-time-zone.ts';
import { unreadableMessages } from './unreadable-messages.ts';
import { unreadablePage } from './unreadable-page.ts';
import { unrenderedEmphasis } from './unrendered-emphasis.ts';
import { untranslatedCountry } from './untranslated-country.ts';
import { untranslatedCurrency } from './untranslated-currency.ts';
import { untranslatedLabel } from './untranslated-label.ts';
import { untranslatedLanguage } from './untranslated-language.ts';
import { untranslatedMessage } from './untranslated-message.ts';
import { untranslatedText } from './untranslated-text.ts';
import { untranslatedTimeZone } from './untranslated-time-zone.ts';
import { unusedMessage } from './unused-message.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { wrongLocaleLink } from './wrong-locale-link.ts';
import { wrongLocaleTag } from './wrong-locale-tag.ts';
import { wrongScript } from './wrong-script.ts';

/** Every rule there is, by id. */
export const rules: readonly Rule[] = [
  brokenAnchor,
  brokenLink,
  brokenList,
  brokenMessage,
  changedAnchor,
  changedCallout,
  changedCode,
  changedComponent,
  changedDate,
  changedField,
  changedHeadingLevel,
  changedImage,
  changedInlineCode,
  changedLink,
  changedListKind,
  changedMarkup,
  changedNumber,
  changedPlaceholder,
  changedUnit,
  changedVersion,
  emptyLinkText,
  emptyMessage,
  extraBlock,
  extraCountry,
  extraCurrency,
  extraLanguage,
  extraMessage,
  extraPluralForm,
  extraSection,
  extraStep,
  extraTimeZone,
  forbiddenTerm,
  garbledCountryList,
  inconsistentLabel,
  invalidField,
  invalidSuppression,
  leakedSource,
  mergedSteps,
  misplacedCountry,
  missingAltText,
  missingAnchor,
  missingBlock,
  missingCallout,
  missingCode,
  missingCountry,
  missingCurrency,
  missingField,
  missingImage,
  missingLanguage,
  missingLink,
  missingMessage,
  missingPage,
  missingPlaceholder,
  missingPluralForm,
  missingRequiredMessage,
  missingSection,
  missingSpace,
  missingStep,
  missingTableRow,
  missingTerm,
  missingTimeZone,
  mixedWidth,
  mojibake,
  movedBlock,
  movedSection,
  movedStep,
  oddOneOut,
  orphanPage,
  outdatedCountry,
  redirectedLink,
  renumberedStep,
  repeatedAnchor,
  repeatedCountry,
  repeatedCurrency,
  repeatedKeyword,
  repeatedLanguage,
  repeatedMessageKey,
  repeatedTimeZone,
  repeatedWord,
  shiftedEmphasis,
  shiftedLinkText,
  splitStep,
  stalePage,
  straySpace,
  translatedName,
  translatedTerm,
  truncatedText,
  undefinedMessage,
  unknownCountry,
  unknownCurrency,
  unknownLabel,
  unknownLanguage,
  unknownTimeZone,
  unreadableMessages,
  unreadablePage,
  unrenderedEmphasis,
  untranslatedCountry,
  untranslatedCurrency,
  untranslatedLabel,
  untranslatedLanguage,
  untranslatedMessage,
  untranslatedText,
  untranslatedTimeZone,
  unusedMessage,
  unusedSuppression,
  wrongLocaleLink,
  wrongLocaleTag,
  wrongScript,
];
