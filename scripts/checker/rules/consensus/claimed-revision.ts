import type { FrontMatter } from '../../../../src/domain/document/page-document.ts';

/**
 * Which text of its source a page says it was made from, or `undefined` where it says nothing.
 *
 * `pinKey` is the front matter key that the settings name. Without it the keys are tried under which known
 * translation tools write an id of the source's text or of its commit.
 *
 * @example claimedRevision({ data: { 'ms.openlocfilehash': '76e15992' }, … }) // => 'ms.openlocfilehash 76e15992'
 */
export function claimedRevision(
  frontMatter: FrontMatter | undefined,
  pinKey: string | undefined,
): string | undefined {
  if (frontMatter === undefined) return undefined;
  for (const key of pinKey === undefined ? knownKeys : [pinKey]) {
    const value = valueAt(frontMatter.data, key);
    if (value !== undefined) return `${key} ${value}`;
  }
  return undefined;
}

/**
 * Ids of the text itself come before ids of a commit, of which many may hold one text: Open Localization's
 * (Microsoft Learn), MDN's, OpenTelemetry's, and names that several smaller projects use.
 */
const knownKeys = [
  'ms.openlocfilehash',
  'source_hash',
  'sourceHash',
  'original_hash',
  'ms.sourcegitcommit',
  'l10n.sourceCommit',
  'default_lang_commit',
  'source_commit',
  'sourceCommit',
  'source_revision',
  'sourceRevision',
] as const;

/** A dotted key may be one key, or lead into nested fields. */
function valueAt(data: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const whole = textOf(data[key]);
  if (whole !== undefined) return whole;
  const dot = key.indexOf('.');
  const inner = dot === -1 ? undefined : data[key.slice(0, dot)];
  return isRecord(inner) ? valueAt(inner, key.slice(dot + 1)) : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
