/** Words that make English out of a row of terms: no name and no list of terms holds many of them. */
export const englishSmallWords: ReadonlySet<string> = new Set(
  (
    'a an the of to in on at by for from with without as is are was were be been being can could may might must ' +
    "should will would do does did don't not no you your yours it its it's this that these those if when where which " +
    'who what how why and or but before after then than they them their we our us use using used have has had about ' +
    'against all also any because behind between both during each every he she his her here into itself just like ' +
    'more most much many only other others out over own per same so some such there through too under until up very ' +
    'via whether while within'
  ).split(' '),
);
