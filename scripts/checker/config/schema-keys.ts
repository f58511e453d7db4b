import type * as z from 'zod';

/**
 * The keys that a schema knows at a place, of all kinds of objects that may stand there; empty where none may.
 * @example keysAt(settingsSchema, ['sourceRevision']) // => ['frontMatter']
 */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  let schemas = unwrapped(schema);
  for (const part of path) schemas = schemas.flatMap((each) => insideOf(each, part)).flatMap(unwrapped);
  const keys = schemas.map(definitionOf).flatMap((def) => (isObject(def) ? Object.keys(def.shape) : []));
  return [...new Set(keys)];
}

/** What a schema is made of; all that are reached from a schema of zod, not of zod/mini, have it. */
function definitionOf(schema: z.core.$ZodType): z.core.$ZodTypes['_zod']['def'] {
  return (schema as z.ZodType).def as z.core.$ZodTypes['_zod']['def'];
}

/** Without what only says that a value may be absent, and each kind of a union apart. */
function unwrapped(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const def = definitionOf(schema);
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default')
    return unwrapped(def.innerType);
  return def.type === 'union' ? def.options.flatMap(unwrapped) : [schema];
}

function insideOf(schema: z.core.$ZodType, key: PropertyKey): readonly z.core.$ZodType[] {
  const def = definitionOf(schema);
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  return isObject(def) ? [def.shape[String(key)] ?? []].flat() : [];
}

function isObject(def: z.core.$ZodTypeDef): def is z.core.$ZodObjectDef {
  return def.type === 'object';
}
