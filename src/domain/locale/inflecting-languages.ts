/** Languages whose names of things change their ends by case, so that a sentence prints them otherwise. */
export const inflectingLanguages: ReadonlySet<string> = new Set(
  'be bg bs cs el et eu fi ga hr hu hy is ka kk ky lt lv mk mn pl ro ru sk sl sq sr tr uk uz az'.split(' '),
);
