import { basename } from 'node:path';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  MessageType,
  PositionEncodingKind,
  type ServerCapabilities,
  ShowMessageNotification,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver/node';
import packageJson from '../../../package.json' with { type: 'json' };
import { type LoadingOptions, settingsFiles, settingsIn } from '../config/load-settings.ts';
import { reasonOf } from '../operational-error.ts';
import { type ClientFeatures, clientFeatures } from './client-features.ts';
import { codeActionsFor, fixAllKind } from './code-actions.ts';
import { pathOf } from './file-uris.ts';
import { findSource, findTranslations, hoverAt, type PointedAt } from './navigation.ts';
import { followOpenPages } from './open-pages.ts';
import { type ProjectView, viewProject } from './page-view.ts';
import { openProject, type Project } from './project.ts';
import { openProjects } from './projects.ts';
import { type Quiet, quietAfterChanges } from './quiet.ts';
import { readDocument } from './read-document.ts';
import { showProgress } from './show-progress.ts';
import { answerDiagnostics, pushDiagnostics } from './tell-diagnostics.ts';

/** How long nobody must have typed before pages are judged, in milliseconds. */
const typingPause = 150;

/** Files whose text reports may rest on: pages, messages, labels, glossaries and settings. What is there matters of all. */
const watchers = [
  { globPattern: '**/*.{md,mdx,markdown,json,jsonc,arb,mjs,ts}', kind: WatchKind.Change },
  { globPattern: '**/*', kind: (WatchKind.Create | WatchKind.Delete) as WatchKind },
];

/**
 * Serves an editor over a connection, until it ends it: diagnostics of unsaved pages, quick fixes, and the way between
 * a translation and its source.
 *
 * A project is a folder with settings: each of the editor's folders that has some, and the nearest above any file that
 * is opened.
 */
export function serve(connection: Connection, options: LoadingOptions = {}): void {
  connection.onInitialize((params) => {
    const features = clientFeatures(params);
    startServing(connection, features, foldersOf(params), options);
    return {
      capabilities: capabilitiesFor(features),
      serverInfo: { name: 'lockstep', version: packageJson.version },
    };
  });
}

function capabilitiesFor({ pullsDiagnostics, hasFolders }: ClientFeatures): ServerCapabilities {
  return {
    // Reports count in them, and every editor knows them.
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    definitionProvider: true,
    implementationProvider: true,
    referencesProvider: true,
    hoverProvider: true,
    ...(pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'lockstep',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
    ...(hasFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}

/** Folders that the editor has open, as absolute paths; an older one names its only folder by `rootUri`. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}

function startServing(
  connection: Connection,
  features: ClientFeatures,
  folders: readonly string[],
  options: LoadingOptions,
): void {
  const quiets = new Map<Project, Quiet>();
  const projects = openProjects((folder) => {
    const progress = showProgress(connection, features.showsProgress);
    const project: Project = openProject(
      folder,
      {
        onTrouble: (message) => {
          connection.console.error(`${folder}: ${message}`);
          // The library's own way asks for an answer, which nobody needs.
          void connection.sendNotification(ShowMessageNotification.type, {
            type: MessageType.Error,
            message: `Lockstep: ${message}`,
          });
        },
        onMended: () => connection.console.info(`${folder}: The pages can be checked again.`),
        onRemark: (remark) => connection.console.warn(`${folder}: ${remark}`),
        onProgress: progress.show,
        onChecked: progress.end,
        onDiskChange: () => disturb(project),
      },
      { ...options, isDiskWatched: !features.watchesFiles },
    );
    const onQuiet = (): void => {
      settle(project).catch((error: unknown) => connection.console.error(reasonOf(error)));
    };
    quiets.set(project, quietAfterChanges(onQuiet));
    return project;
  });

  const disturb = (project: Project | undefined, pause = typingPause): void => {
    if (project !== undefined) quiets.get(project)?.disturb(pause);
  };
  const close = (project: Project): void => {
    quiets.get(project)?.end();
    quiets.delete(project);
    projects.close(project);
  };

  const pages = followOpenPages(connection, projects, {
    onOpened: ({ home }) => disturb(home?.project, 0),
    onChanged: (page) => {
      teller.changed(page);
      disturb(page.home?.project);
    },
    onClosed: (page) => {
      teller.closed(page);
      disturb(page.home?.project);
    },
    onSaved: ({ uri }) => touched([uri]),
  });

  const view = async (project: Project): Promise<ProjectView | undefined> => {
    const result = await project.check();
    return result && viewProject(project, result, pages, features);
  };
  const settle = async (project: Project): Promise<void> => teller.checked(await view(project), project);

  const source = {
    connection,
    features,
    pages,
    projects,
    settled: (project: Project) => quiets.get(project)?.settled() ?? Promise.resolve(),
    view,
  };
  const teller = features.pullsDiagnostics ? answerDiagnostics(source) : pushDiagnostics(source);

  /** Files that came, went or changed on the disk, or folders of them. */
  const touched = (uris: readonly string[]): void => {
    const files = uris.flatMap((uri) => pathOf(uri) ?? []);
    // Settings may make a folder a project, or no longer.
    if (files.some((file) => [...settingsFiles, 'package.json'].includes(basename(file)))) {
      for (const project of projects.all()) {
        if (settingsIn(project.folder).length > 0) continue;
        for (const page of pages.of(project)) teller.closed(page);
        close(project);
      }
      for (const folder of folders) projects.open(folder);
      pages.rehome();
    }
    const homes = files.flatMap((file) => projects.around(file));
    for (const [project, own] of Map.groupBy(homes, (home) => home.project)) {
      project.touched(own.map(({ path }) => path));
      disturb(project);
    }
  };

  const pointedAt = async ({
    textDocument,
    position,
  }: TextDocumentPositionParams): Promise<PointedAt | undefined> => {
    const page = pages.get(textDocument.uri);
    if (page?.home === undefined) return undefined;
    const offset = page.places.offsetAt(position);
    const seen = await view(page.home.project);
    return seen && { view: seen, path: page.home.path, offset };
  };

  connection.onDefinition(async (params) => {
    const place = await pointedAt(params);
    return place === undefined ? null : findSource(place, features);
  });
  connection.onReferences(async (params) => {
    const place = await pointedAt(params);
    const isSourceWanted = params.context.includeDeclaration;
    return place === undefined ? null : findTranslations(place, { isSourceWanted });
  });
  connection.onImplementation(async (params) => {
    const place = await pointedAt(params);
    return place === undefined ? null : findTranslations(place, { isSourceWanted: false });
  });
  connection.onHover(async (params) => {
    const place = await pointedAt(params);
    return place === undefined ? null : hoverAt(place, features);
  });

  connection.onCodeAction(
    async ({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> => {
      const { uri } = textDocument;
      const home = pages.get(uri)?.home;
      const seen = home && (await view(home.project));
      // Asked after the check: findings and text are of one version.
      const page = pages.get(uri);
      if (home === undefined || seen === undefined || page === undefined) return [];
      const { version, text, places } = page;
      return codeActionsFor(seen.findingsIn(home.path), {
        uri,
        version,
        text,
        places,
        range,
        only: context.only,
        diagnostics: context.diagnostics,
        isVersionKnown: features.knowsVersions,
        isSnippetKnown: features.knowsSnippets,
        document: () => readDocument(seen, home.path),
      });
    },
  );

  connection.onDidChangeWatchedFiles(({ changes }) => touched(changes.map(({ uri }) => uri)));

  connection.onInitialized(() => {
    if (features.watchesFiles) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch((error: unknown) => connection.console.error(reasonOf(error)));
    }
    if (features.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of added) disturb(openFolder(uri), 0);
        for (const { uri } of removed) closeFolder(uri);
      });
    }
    for (const folder of folders) disturb(projects.open(folder), 0);
  });

  const openFolder = (uri: string): Project | undefined => {
    const folder = pathOf(uri);
    return folder === undefined ? undefined : projects.open(folder);
  };
  /** A project with an open file stays: the editor shows that file still. */
  const closeFolder = (uri: string): void => {
    const folder = pathOf(uri);
    for (const project of projects.all()) {
      if (project.folder === folder && pages.of(project).length === 0) close(project);
    }
  };

  connection.onShutdown(() => {
    for (const project of projects.all()) close(project);
  });
}
