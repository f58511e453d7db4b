import { deepestNesting } from '../../reading.ts';
import { admonitionsOf } from '../containers/admonitions.ts';
import type { Container, Stretch } from '../containers/container.ts';
import type { TagsOfPage } from '../containers/parse-containers.ts';
import { tagLinesOf } from '../containers/tag-lines.ts';
import { isInside, unreadStretches } from '../containers/unread-stretches.ts';

/** The tag of a component; the groups are `/`, its name, and `/`. */
export const componentTag =
  /<(\/?)([A-Z][\w.]{0,100})((?:[^<>{}"'`]|"[^"]{0,500}"|'[^']{0,500}'|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){0,1000}?)(\/?)>/g;

const moduleCode = /^(?:import|export)[ \t{][^\r\n]*(?:(?:\r\n|\n|\r)(?![ \t]*[\r\n])[^\r\n]+)*/gm;

interface Tag extends Stretch {
  readonly name: string;
}

/** The components of a page whose MDX cannot be parsed, those that are closed as containers; its imports are hidden. */
export function tagsOfBrokenMdx(body: string): TagsOfPage {
  const unread = unreadStretches(body);
  const modules = [...body.matchAll(moduleCode)].flatMap(({ index: start, 0: source }): Container[] => {
    const open = { start, end: start + source.length };
    const name = 'module';
    return isInside(unread, start)
      ? []
      : [{ kind: 'hidden', name, text: name, open, close: undefined, end: open.end }];
  });
  const isHidden = (at: number): boolean =>
    isInside(unread, at) ||
    isInside(
      modules.map(({ open }) => open),
      at,
    );
  const singles: Tag[] = [];
  const open: Tag[] = [];
  const pairs: (readonly [Tag, Tag])[] = [];
  for (const match of body.matchAll(componentTag)) {
    const [whole, slash, name = '', , isVoid] = match;
    const tag = { start: match.index, end: match.index + whole.length, name };
    if (isHidden(tag.start)) continue;
    if (slash === '/') {
      const at = open.findLastIndex((opened) => opened.name === name);
      const opened = open[at];
      if (opened === undefined) singles.push(tag);
      else {
        singles.push(...open.splice(at).slice(1));
        pairs.push([opened, tag]);
      }
    } else if (isVoid === '/' || open.length >= deepestNesting) singles.push(tag);
    else open.push(tag);
  }
  const lines = tagLinesOf(body, pairs.flat());
  const isBox = ([first, last]: readonly [Tag, Tag]): boolean => lines.begins(first) && lines.ends(last);
  const components = pairs.filter(isBox).map(([first, last]): Container => {
    const { name } = first;
    return { kind: 'component', name, text: name, open: first, close: last, end: last.end };
  });
  const others = [...singles, ...open, ...pairs.filter((pair) => !isBox(pair)).flat()];
  return { containers: [...modules, ...admonitionsOf(body), ...components], others };
}
