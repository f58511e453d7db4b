import { describe, expect, it } from 'vitest';
import { claimedRevision } from '../../../scripts/checker/rules/consensus/claimed-revision.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';

function claimOf(fields: string, pinKey?: string): string | undefined {
  const { frontMatter } = parsePage(`---\n${fields}\n---\n\n# Add a customer\n`, { dialect: 'gfm' });
  return claimedRevision(frontMatter, pinKey);
}

describe('the source text that a translation claims', () => {
  it('is what the key of the settings holds, and nothing else', () => {
    expect(claimOf('source: 4f1c\nsource_hash: 77aa', 'source')).toBe('source 4f1c');
    expect(claimOf('source_hash: 77aa', 'source')).toBeUndefined();
  });

  it('is found under keys of known tools, an id of the text before one of a commit', () => {
    expect(claimOf('ms.sourcegitcommit: 9d0f\nms.openlocfilehash: 76ef')).toBe('ms.openlocfilehash 76ef');
    expect(claimOf('l10n:\n  sourceCommit: 5b6c')).toBe('l10n.sourceCommit 5b6c');
  });

  it('is unknown where a page says nothing', () => {
    expect(claimOf('title: Add a customer\nsource_hash:')).toBeUndefined();
    expect(claimedRevision(undefined, undefined)).toBeUndefined();
  });
});
