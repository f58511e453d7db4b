import type { ProjectFiles } from '../rule.ts';
import type { PagePlace, PlacedTarget } from './page-targets.ts';

/** What a target comes to among the files of the project. */
export type Resolution =
  | { readonly kind: 'found'; readonly form: TargetForm; readonly path: string }
  | {
      readonly kind: 'absent';
      readonly form: TargetForm;
      /** Where the file would lie, first of all. */
      readonly path: string;
      /** The same path in other capitals. */
      readonly otherCase: string | undefined;
    };

/** `file`: names a Markdown file; `image`; `route`: a relative address; `absolute`: an address from the site's root. */
export type TargetForm = 'file' | 'image' | 'route' | 'absolute';

/**
 * Looks for the file that a target names, in every way that a renderer of the page's dialect may: beside the page, beside
 * its source page where it is not translated, with the extensions of pages, as a folder's index.
 *
 * `undefined` where it names something that is no page or image, or lies above the working folder.
 */
export function resolveTarget(
  { target, isImage }: PlacedTarget,
  page: PagePlace,
  files: ProjectFiles,
): Resolution | undefined {
  const path = pathIn(target);
  const form = formOf(path, isImage);
  if (form === undefined) return undefined;
  const places = placesOf(path, form, page);
  const [first] = places;
  if (first === undefined) return undefined;
  for (const place of places) {
    const found = findFile(place, form, files);
    if (found !== undefined) return { kind: 'found', form, path: found };
  }
  return { kind: 'absent', form, path: first, otherCase: findOtherCase(first, files) };
}

function pathIn(target: string): string {
  const path = (target.split(/[?#]/, 1)[0] ?? '').trim();
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path.normalize('NFC');
  }
}

function formOf(path: string, isImage: boolean): TargetForm | undefined {
  if (path === '') return undefined;
  if (path.startsWith('/')) return 'absolute';
  if (pageEnding.test(path)) return 'file';
  if (imageEnding.test(path)) return 'image';
  if (isImage || (/\.\w+$/.test(path) && !/(?:^|\/)\.\.?$|\.html?$/i.test(path))) return undefined;
  return 'route';
}

const pageEnding = /\.(?:md|mdx|markdown)$/i;
/** What image files end with. */
export const imageEnding = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)$/i;

/** Paths from the working folder that a target may stand for, the likeliest first. */
function placesOf(path: string, form: TargetForm, page: PagePlace): readonly string[] {
  if (form === 'absolute') return absolutePlaces(path, page);
  const bases = [page.path, page.source].flatMap((own) => {
    const folder = folderOf(own);
    // A page `a.md` is served as `a/`, and what is no file is an address there.
    return form === 'route' || form === 'image' ? [folder, own.replace(/\.\w+$/, '')] : [folder];
  });
  if (page.dialect === 'hugo') bases.push(rootOf(page.path, page.key), rootOf(page.source, page.key));
  return [...new Set(bases)].flatMap((base) => joinPath(base, path) ?? []);
}

const siteFolders = ['', 'static', 'public', 'src/static', 'src/pages', 'docs', 'content', 'assets'];

function absolutePlaces(path: string, page: PagePlace): readonly string[] {
  const segments = path.split('/').filter((segment) => segment !== '');
  const roots = [rootOf(page.path, page.key), rootOf(page.source, page.key), ...siteFolders];
  return roots.flatMap((root) =>
    // The site's own base and the locale come before the path of the page.
    [0, 1, 2].flatMap((left) =>
      left > 0 && left >= segments.length ? [] : (joinPath(root, segments.slice(left).join('/')) ?? []),
    ),
  );
}

/** The folder that the paths of pages begin in. */
export function rootOf(path: string, key: string): string {
  const withoutEnding = path.replace(/\.\w+$/, '');
  // The name of a set of pages stands before the key.
  const own = withoutEnding.endsWith(key) ? key : key.slice(key.indexOf(':') + 1);
  return own !== '' && withoutEnding.endsWith(own)
    ? withoutEnding.slice(0, -own.length).replace(/\/$/, '')
    : folderOf(path);
}

/** The folder a file lies in; empty for the working folder. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function joinPath(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function findFile(place: string, form: TargetForm, files: ProjectFiles): string | undefined {
  const folder = folderOf(place);
  const name = nameOf(place);
  const names = files.namesIn(folder);
  if (names?.has(name) === true) {
    const isFolder = files.namesIn(place) !== undefined;
    return isFolder ? (indexOf(place, files) ?? place) : place;
  }
  if (form === 'image' || names === undefined) return undefined;
  const stem = name.replace(/\.(?:md|mdx|markdown|html?)$/i, '');
  if (/^index$/i.test(stem)) return indexOf(folder, files);
  const other = [...names].find((each) => namesPage(each, stem, form !== 'file'));
  return other === undefined ? undefined : joinPath(folder, other);
}

/** A page's file by the name of its address: `setup.md`, `setup.sv.md`, `02-setup.mdx`, `setup.ipynb`. */
function namesPage(file: string, stem: string, isFolded: boolean): boolean {
  const [own, wanted] = isFolded ? [file.toLowerCase(), stem.toLowerCase()] : [file, stem];
  const at = own.indexOf(wanted);
  if (at === -1 || !/^(?:\d+[-_. ]+)?$/.test(own.slice(0, at))) return false;
  return pageName.test(own.slice(at + wanted.length));
}

const pageName = /^(?:\.[\w-]+)?\.(?:md|mdx|markdown|html?|ipynb|rst|adoc|astro|vue|tsx?|jsx?)$/i;

function indexOf(folder: string, files: ProjectFiles): string | undefined {
  for (const name of files.namesIn(folder) ?? []) {
    if (/^(?:_?index|readme)(?:\.[\w-]+)?\.\w+$/i.test(name)) return joinPath(folder, name);
  }
  return undefined;
}

function findOtherCase(place: string, files: ProjectFiles): string | undefined {
  const name = nameOf(place).toLowerCase();
  for (const other of files.namesIn(folderOf(place)) ?? []) {
    if (other.toLowerCase() === name) return joinPath(folderOf(place), other);
  }
  return undefined;
}
