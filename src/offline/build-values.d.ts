/** What the build puts into the service worker: a name for this state of the site, and the files of the form. */
declare const OFFLINE: { readonly version: string; readonly formFiles: readonly string[] };
