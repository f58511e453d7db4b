import { join } from 'node:path';
import type { Diagnostic, Location } from 'vscode-languageserver/node';
import type { Finding, ReportedPage } from '../../../src/domain/report/report.ts';
import type { CheckResult } from '../engine/join-results.ts';
import type { ClientFeatures } from './client-features.ts';
import { diagnosticOf } from './diagnostic-of.ts';
import { uriOf } from './file-uris.ts';
import type { OpenPages } from './open-pages.ts';
import { mapPlaces, type Places } from './places.ts';
import type { Project } from './project.ts';

/** A project as it was checked, in the editor's terms. It holds until the next change. */
export interface ProjectView {
  readonly project: Project;
  readonly result: CheckResult;
  readonly findingsIn: (path: string) => readonly Finding[];
  /** Paths of files that something was found in, in order. */
  readonly foundIn: () => readonly string[];
  readonly diagnosticsIn: (path: string) => Diagnostic[];
  /** What the report says of a page; `undefined` for a file that is none. */
  readonly pageAt: (path: string) => ReportedPage | undefined;
  /** Existing translations of a source page. */
  readonly translationsOf: (sourcePath: string) => readonly ReportedPage[];
  readonly textOf: (path: string) => string;
  readonly placesIn: (path: string) => Places;
  readonly uriOf: (path: string) => string;
  readonly locationOf: (path: string, range: Finding['range']) => Location;
}

/** Looks at what a check came to. */
export function viewProject(
  project: Project,
  result: CheckResult,
  pages: OpenPages,
  { showsRelated }: ClientFeatures,
): ProjectView {
  const { report } = result;
  const byPath = Map.groupBy(report.findings, ({ path }) => path);
  const textOf = (path: string): string => pages.at(project, path)?.text ?? result.textOf(path) ?? '';
  const placesIn = (path: string): Places =>
    pages.at(project, path)?.places ?? mapPlaces(result.textOf(path) ?? '');
  const addressOf = (path: string): string =>
    pages.at(project, path)?.uri ?? uriOf(join(project.folder, path));
  const locationOf = (path: string, range: Finding['range']): Location => ({
    uri: addressOf(path),
    range: placesIn(path).rangeOf(range),
  });
  return {
    project,
    result,
    findingsIn: (path) => byPath.get(path) ?? [],
    foundIn: () => [...byPath.keys()],
    diagnosticsIn: (path) => {
      const findings = byPath.get(path) ?? [];
      if (findings.length === 0) return [];
      const context = { places: placesIn(path), locationOf, isRelatedShown: showsRelated };
      return findings.map((finding) => diagnosticOf(finding, context));
    },
    pageAt: (path) => report.pages.find((page) => page.path === path),
    translationsOf: (sourcePath) =>
      report.pages.filter(({ source, state }) => source === sourcePath && state !== 'missing'),
    textOf,
    placesIn,
    uriOf: addressOf,
    locationOf,
  };
}
