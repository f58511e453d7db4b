import { createHash } from 'node:crypto';
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { ClientFeatures } from './client-features.ts';
import type { OpenPage, OpenPages } from './open-pages.ts';
import type { ProjectView } from './page-view.ts';
import type { Project } from './project.ts';
import type { Projects } from './projects.ts';

/** Brings diagnostics to the editor, whichever way it wants them. */
export interface DiagnosticsTeller {
  /** The project has been checked; its open pages may say something else now. */
  readonly checked: (view: ProjectView | undefined, project: Project) => void;
  /** The text of a page has changed since the last check. */
  readonly changed: (page: OpenPage) => void;
  readonly closed: (page: OpenPage) => void;
}

/** What the teller asks of the server. */
export interface DiagnosticsSource {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  readonly pages: OpenPages;
  readonly projects: Projects;
  /** Resolves when nobody has typed for a moment. */
  readonly settled: (project: Project) => Promise<void>;
  readonly view: (project: Project) => Promise<ProjectView | undefined>;
}

/** Sends diagnostics of open pages after each check. For editors that do not ask themselves. */
export function pushDiagnostics({ connection, pages }: DiagnosticsSource): DiagnosticsTeller {
  const sent = new Map<string, { readonly version: number; readonly key: string }>();
  const send = (uri: string, version: number | undefined, diagnostics: Diagnostic[]): void => {
    void connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics });
  };
  return {
    checked: (view, project) => {
      for (const { uri, version, home } of pages.of(project)) {
        const diagnostics = view === undefined || home === undefined ? [] : view.diagnosticsIn(home.path);
        const key = keyOf(diagnostics);
        const last = sent.get(uri);
        if (last?.version === version && last.key === key) continue;
        sent.set(uri, { version, key });
        send(uri, version, diagnostics);
      }
    },
    changed: () => undefined,
    closed: ({ uri }) => {
      if (sent.delete(uri)) send(uri, undefined, []);
    },
  };
}

/** Answers editors that ask for diagnostics, of one page or of all, and tells them when to ask again. */
export function answerDiagnostics(source: DiagnosticsSource): DiagnosticsTeller {
  const { connection, features, pages, projects, settled, view: viewOf } = source;
  /** What each open page was answered last, by URI. */
  const answered = new Map<string, string>();
  /** Pages that the editor will ask for anyway. */
  const fresh = new Set<string>();
  let waiting: (() => void)[] = [];

  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    const { uri } = params.textDocument;
    const home = pages.get(uri)?.home;
    if (home === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    await settled(home.project);
    const view = token.isCancellationRequested ? undefined : await viewOf(home.project);
    refuseCancelled(token);
    const items = view?.diagnosticsIn(home.path) ?? [];
    const resultId = keyOf(items);
    answered.set(uri, resultId);
    fresh.delete(uri);
    return params.previousResultId === resultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });

  // Editors ask for the whole workspace over and over: while there is nothing new, the answer is kept back.
  connection.languages.diagnostics.onWorkspace(async (params, token) => {
    const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    for (;;) {
      const items = await reportsOn(known, token);
      refuseCancelled(token);
      const isNews = known.size === 0 || items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
      if (isNews) return { items: [...items] };
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        token.onCancellationRequested(() => resolve());
      });
    }
  });

  /** Files with findings, and those of which the editor still believes that they have some. */
  async function reportsOn(
    known: ReadonlyMap<string, string>,
    token: CancellationToken,
  ): Promise<readonly WorkspaceDocumentDiagnosticReport[]> {
    const reports = new Map<string, WorkspaceDocumentDiagnosticReport>();
    const report = (uri: string, items: Diagnostic[], version: number | null): void => {
      const resultId = keyOf(items);
      reports.set(
        uri,
        known.get(uri) === resultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items },
      );
    };
    for (const project of projects.all()) {
      await settled(project);
      if (token.isCancellationRequested) return [];
      const view = await viewOf(project);
      for (const path of view?.foundIn() ?? []) {
        const uri = view?.uriOf(path) ?? '';
        report(uri, view?.diagnosticsIn(path) ?? [], pages.get(uri)?.version ?? null);
      }
    }
    for (const uri of known.keys()) {
      if (!reports.has(uri)) report(uri, [], pages.get(uri)?.version ?? null);
    }
    return [...reports.values()];
  }

  return {
    checked: (view, project) => {
      const isOutdated = pages.of(project).some(({ uri, home }) => {
        const last = fresh.has(uri) || home === undefined ? undefined : answered.get(uri);
        return last !== undefined && last !== keyOf(view?.diagnosticsIn(home?.path ?? '') ?? []);
      });
      if (isOutdated && features.refreshesDiagnostics) {
        connection.languages.diagnostics.refresh().catch(() => undefined);
      }
      const told = waiting;
      waiting = [];
      for (const tell of told) tell();
    },
    changed: ({ uri }) => void fresh.add(uri),
    closed: ({ uri }) => {
      answered.delete(uri);
      fresh.delete(uri);
    },
  };
}

function refuseCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
}

function keyOf(diagnostics: readonly Diagnostic[]): string {
  return createHash('sha1').update(JSON.stringify(diagnostics)).digest('base64url');
}
