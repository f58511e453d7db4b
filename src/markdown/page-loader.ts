import { glob, type Loader } from 'astro/loaders';
import { isPlainPage } from './plain-pages.ts';

/**
 * Astro's loader of files, for MDX pages of which those with components alone become modules: thousands of modules take
 * longer to bundle and load than their pages to render.
 */
export function pageLoader(options: Parameters<typeof glob>[0]): Loader {
  const files = glob(options);
  return {
    ...files,
    name: 'page-loader',
    load: async (context) => {
      const { store } = context;
      // What is kept from an earlier run was told apart as that run did it.
      store.clear();
      await files.load({
        ...context,
        store: {
          ...store,
          set: ({ deferredRender, ...entry }) =>
            store.set({
              ...entry,
              ...(deferredRender && !isPlainPage(entry.body ?? '') && { deferredRender }),
            }),
        },
      });
    },
  };
}
