import { join, sep } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import * as z from 'zod';
import { createAuxiliaryTypeStore, createTypeAlias, printNode, zodToTs } from 'zod-to-ts';
import { pageAlignmentSchema } from '../../src/domain/report/page-alignment.ts';
import { pageChangeSchema, pageDriftSchema } from '../../src/domain/report/page-drift.ts';
import {
  findingSchema,
  notComparedSchema,
  pageStateSchema,
  rangeSchema,
  relatedSchema,
  reportedPageSchema,
  reportSchema,
  severitySchema,
} from '../../src/domain/report/report.ts';
import { settingsSchema } from '../checker/config/settings.ts';

/**
 * Writes the type declarations of the package's entries into `folder`, one file for each.
 *
 * The checker's own types come from zod schemas; the package has no zod, so the types that these stand for are
 * written out, with what the schemas say of each key.
 */
export async function bundleTypes(
  root: string,
  folder: string,
  entries: Readonly<Record<string, string>>,
): Promise<void> {
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
    external: (id) => !id.startsWith('.') && !id.startsWith(root),
    plugins: [
      writtenOut(root),
      dts({ cwd: root, generator: 'oxc', emitDtsOnly: true, compilerOptions: { stripInternal: true } }),
    ],
    logLevel: 'warn',
  });
  try {
    await bundle.write({ dir: folder, format: 'esm', chunkFileNames: 'types-[hash].d.ts' });
  } finally {
    await bundle.close();
  }
}

/** Modules whose types are those of schemas, and what stands for them in declarations. */
function writtenOut(root: string): Plugin {
  const texts = new Map([
    [join(root, 'src/domain/report/report.ts'), reportTypes()],
    [join(root, 'scripts/checker/config/settings.ts'), typesOf({ Settings: settingsSchema })],
  ]);
  return {
    name: 'written-out-schemas',
    load: { order: 'pre', handler: (id) => texts.get(id.replaceAll('/', sep)) ?? null },
  };
}

function reportTypes(): string {
  return typesOf({
    Severity: severitySchema,
    PageState: pageStateSchema,
    Range: rangeSchema,
    Related: relatedSchema,
    Finding: findingSchema,
    PageAlignment: pageAlignmentSchema,
    PageChange: pageChangeSchema,
    PageDrift: pageDriftSchema,
    ReportedPage: reportedPageSchema,
    NotCompared: notComparedSchema,
    Report: reportSchema,
  });
}

/** Each schema as an exported type; where one holds another, it names it. */
function typesOf(schemas: Readonly<Record<string, z.ZodType>>): string {
  // A schema with a description of its own place is a copy, with the same definition.
  const names = new Map(Object.entries(schemas).map(([name, schema]) => [schema.def, name]));
  return (
    Object.entries(schemas)
      .map(([name, schema]) => {
        const { node } = zodToTs(schema, {
          auxiliaryTypeStore: createAuxiliaryTypeStore(),
          io: 'input',
          metadataRegistry: commentable,
          overrideFunction: ({ _zod: { def } }, { factory }) => {
            const other = def === schema.def ? undefined : names.get(def as z.ZodType['def']);
            return other === undefined ? undefined : factory.createTypeReferenceNode(other);
          },
        });
        return `export ${printNode(createTypeAlias(node, name, schema.meta()?.description))}\n`;
      })
      .join('\n')
      // Of an object that takes no other keys, which a type literal says by itself.
      .replaceAll(/^ *\[x: string\]: never;\n/gm, '')
  );
}

/** What the schemas say of themselves, with no end of a comment in it. */
const commentable = z.registry<{ description?: string }>();
commentable.get = (schema) => {
  const said = z.globalRegistry.get(schema);
  return said?.description === undefined
    ? undefined
    : ({ description: said.description.replaceAll('*/', '*\\/') } as never);
};
