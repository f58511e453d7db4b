import type { Dialect } from '../page-document.ts';
import type { DialectReader } from './dialect-reader.ts';
import { gfm } from './gfm.ts';
import { hugo } from './hugo.ts';
import { learn } from './learn.ts';
import { mdx } from './mdx.ts';
import { mkdocs } from './mkdocs.ts';

/** How each dialect is read. */
export const dialectReaders: Readonly<Record<Dialect, DialectReader>> = { gfm, mdx, learn, hugo, mkdocs };
