import * as z from 'zod';

/** How a page stands to its source. */
export const pageStateSchema = z.enum([
  'current',
  'behind',
  'unknown',
  'missing',
  'orphan',
  'unreadable',
  'source',
]);

/** See `pageStateSchema`. */
export type PageState = z.infer<typeof pageStateSchema>;
