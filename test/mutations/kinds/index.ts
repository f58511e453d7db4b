import type { MutationKind } from '../mutation.ts';
import { blockKinds } from './blocks.ts';
import { characterKinds } from './characters.ts';
import { copyKinds } from './copies.ts';
import { countryKinds } from './countries.ts';
import { fieldKinds } from './fields.ts';
import { harmlessKinds } from './harmless.ts';
import { inlineKinds } from './inline.ts';
import { linkAndNameKinds } from './links-and-names.ts';
import { partKinds } from './parts.ts';
import { sectionKinds } from './sections.ts';
import { stepKinds } from './steps.ts';
import { textKinds } from './texts.ts';

/** Every kind of change to a translation; those without rules are harmless. */
export const mutationKinds: readonly MutationKind[] = [
  ...stepKinds,
  ...sectionKinds,
  ...blockKinds,
  ...copyKinds,
  ...countryKinds,
  ...inlineKinds,
  ...textKinds,
  ...characterKinds,
  ...partKinds,
  ...fieldKinds,
  ...linkAndNameKinds,
  ...harmlessKinds,
];
