import { describe, expect, it } from 'vitest';
import { pathOf } from '../../../scripts/checker/lsp/file-uris.ts';

describe('URIs of editors', () => {
  it.each([
    ['file:///docs/sv/a%20b/%E6%8C%87%E5%8D%97.md', false, '/docs/sv/a b/指南.md'],
    ['file:///docs/指南.md', false, '/docs/指南.md'],
    ['file:///c%3A/docs/%E6%8C%87%E5%8D%97.md', true, 'C:\\docs\\指南.md'],
    ['file:///C:/docs/a.md', true, 'C:\\docs\\a.md'],
    ['file://server/share/a.md', true, '\\\\server\\share\\a.md'],
    ['file://server/share/a.md', false, undefined],
    ['file:///docs%2Fa.md', false, undefined],
    ['untitled:Untitled-1', false, undefined],
    ['git:/docs/a.md?%7B%22ref%22%3A%22~%22%7D', false, undefined],
  ])('%s is the path %s', (uri, windows, path) => {
    expect(pathOf(uri, windows)).toBe(path);
  });
});
