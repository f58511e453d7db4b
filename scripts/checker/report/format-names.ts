/** Formats that a report can be written in. */
export const formatNames = ['pretty', 'json', 'sarif', 'junit', 'github', 'markdown', 'html'] as const;

/** One of `formatNames`. */
export type FormatName = (typeof formatNames)[number];
