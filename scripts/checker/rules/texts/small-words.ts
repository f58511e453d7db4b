/** Words that make English out of a row of terms: no name and no list of terms holds many of them. */
export const englishSmallWords: ReadonlySet<string> = new Set(
  (
    'a an the of to in on at by for from with without as is are was be been being can could may must should will ' +
    "would do does don't not no you your it its it's this that these those if when which who what how and or but " +
    'before after then than they their we our use using have has'
  ).split(' '),
);
