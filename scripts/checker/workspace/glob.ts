/**
 * A test for paths with forward slashes: `**` stands for any folders, `*` and `?` for anything but a slash,
 * `{a,b}` for either. A pattern without a slash is tried on the file name alone; one that names a folder covers all in it.
 * @example matchesGlob('drafts/**')('drafts/new/page.md') // => true
 * @example matchesGlob('*.tmp.md')('docs/page.tmp.md') // => true
 */
export function matchesGlob(pattern: string): (path: string) => boolean {
  const trimmed = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  const anywhere = trimmed.includes('/') ? '' : '(?:.*/)?';
  const expression = new RegExp(`^${anywhere}${expressionOf(trimmed)}(?:/.*)?$`, 'u');
  return (path) => expression.test(path);
}

function expressionOf(pattern: string): string {
  let depth = 0;
  return pattern.replace(/\*\*\/|\*\*|[*?{},]|[.+^$()|[\]\\]/g, (token) => {
    switch (token) {
      case '**/':
        return '(?:.*/)?';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        depth++;
        return '(?:';
      case '}':
        if (depth === 0) return '\\}';
        depth--;
        return ')';
      case ',':
        return depth > 0 ? '|' : ',';
      default:
        return `\\${token}`;
    }
  });
}
