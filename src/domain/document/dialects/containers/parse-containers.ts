import type { Root } from 'mdast';
import { parseMarkdown, type SatteriSettings } from '../../satteri-parser.ts';
import type { Container, Stretch } from './container.ts';
import { groupContainers } from './group-containers.ts';
import { maskTags } from './mask-tags.ts';
import { restoreMasked } from './restore-masked.ts';

/** The tags of a page that Markdown knows nothing of. */
export interface TagsOfPage {
  readonly containers: readonly Container[];
  /** Tags amid text, which enclose no blocks. */
  readonly others: readonly Stretch[];
  /** What a link leads to, written as a tag. */
  readonly readTarget?: (tag: string) => string | undefined;
}

/**
 * The tree of a page whose containers its renderer takes out before it reads Markdown: they end lists and paragraphs
 * wherever they stand. Each becomes a quote that says what it stands for.
 */
export function parseWithContainers(body: string, settings: SatteriSettings, tags: TagsOfPage): Root {
  const { containers, others, readTarget } = tags;
  if (containers.length + others.length === 0) return parseMarkdown(body, settings);
  const masked = maskTags(body, containers, others);
  const tree = parseMarkdown(masked, settings);
  restoreMasked(tree, body, masked, readTarget);
  if (containers.length > 0) groupContainers(tree, body, containers);
  return tree;
}
