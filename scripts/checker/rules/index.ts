import type { Rule } from './rule.ts';

/** Every rule there is, by id. */
export const rules: readonly Rule[] = [];
