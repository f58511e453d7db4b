/** Severities, the worst first: `error` misleads a reader or breaks the page, `warning` is very likely wrong, `note` is worth a look. */
export const severities = ['error', 'warning', 'note'] as const;

/** One of `severities`. */
export type Severity = (typeof severities)[number];
