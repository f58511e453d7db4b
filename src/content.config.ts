import { defineCollection } from 'astro:content';
import * as z from 'zod';
import { pageAddress } from './i18n/locale-paths.ts';
import { pageLoader } from './markdown/page-loader.ts';

const guide = defineCollection({
  loader: pageLoader({
    base: './content',
    pattern: '**/*.mdx',
    // Left to itself the loader lower-cases ids, and lets front matter name them.
    generateId: ({ entry }) => {
      const { locale, key } = pageAddress(entry);
      return `${locale}/${key}`;
    },
  }),
  schema: z.strictObject({
    title: z.string().min(1).meta({ description: 'The heading of the page and the name of its tab.' }),
    description: z.string().min(1).meta({ description: 'One sentence for lists and search results.' }),
    date: z.coerce.date().meta({
      description: 'When the source page last changed; in a translation, the source it was made from.',
    }),
    appliesTo: z
      .array(z.string().min(1))
      .min(1)
      .meta({ description: 'Whom the page is for, in its language.' }),
    roles: z
      .array(z.string().min(1))
      .min(1)
      .meta({ description: 'The Partner Center roles that may do what it tells, in its language.' }),
    basedOn: z
      .array(
        z.strictObject({
          title: z
            .string()
            .min(1)
            .meta({ description: "The official page's title, in this page's language." }),
          url: z.url({ protocol: /^https$/ }).meta({ description: 'Its address, in the reader’s locale.' }),
          date: z.coerce
            .date()
            .meta({ description: 'The date of the version that the facts were taken from.' }),
        }),
      )
      .default([])
      .meta({ description: 'The official pages whose facts this page tells.' }),
    source: z
      .string()
      .regex(/^[0-9a-f]{40}$/)
      .optional()
      .meta({ description: 'In a translation: the git blob id of the source page it was made from.' }),
  }),
});

export const collections = { guide };
