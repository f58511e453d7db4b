/** What the build puts into the service worker. */
declare const OFFLINE: {
  /** A name for this state of the site. */
  readonly version: string;
  /** What is kept before anything is visited: above all the page for those who are offline, in each language. */
  readonly basics: readonly string[];
  /** The files that the form may load. */
  readonly formFiles: readonly string[];
};
