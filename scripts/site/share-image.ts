import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sharp from 'sharp';

/**
 * An Astro integration that writes `share.png`, the picture that links to the site are shown with. It has no words: what
 * is built on a machine without the fonts of all languages would show boxes in their place.
 */
export function shareImage(): AstroIntegration {
  let drawing = '';
  return {
    name: 'share-image',
    hooks: {
      'astro:config:done': ({ config }) => {
        drawing = fileURLToPath(new URL('share/share.svg', config.srcDir));
      },
      'astro:build:done': async ({ dir }) => {
        await sharp(drawing)
          .png({ palette: true })
          .toFile(fileURLToPath(new URL('share.png', dir)));
      },
    },
  };
}
