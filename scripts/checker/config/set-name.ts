interface NamedPatterns {
  readonly name?: string | undefined;
  readonly patterns: string | readonly string[];
}

/**
 * What a set is called: its name, or else the folder that its first pattern begins with.
 * @example setNameOf({ patterns: 'packages/forms/docs/{locale}/{path}.md' }) // => 'packages/forms/docs'
 */
export function setNameOf({ name, patterns }: NamedPatterns): string {
  const [first = ''] = [patterns].flat();
  return name ?? /^(?:\.\/)?([^{]*)\/[^/{]*\{/.exec(first.replaceAll('\\', '/'))?.[1] ?? '';
}
