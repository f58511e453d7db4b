import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { entry } from '../cli/run-lockstep.ts';

/** An editor that talks to a server in a process of its own. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  readonly uriOf: (path: string) => string;
  readonly open: (path: string, text: string) => void;
  /** Types: each change is of the text that the one before it left. */
  readonly change: (path: string, changes: TextDocumentContentChangeEvent[]) => void;
  /** Replaces the first of what stands in the text, as typing over it does. */
  readonly replace: (path: string, before: string, after: string) => void;
  readonly close: (path: string) => void;
  readonly textOf: (path: string) => string;
  readonly versionOf: (path: string) => number;
  /** The next diagnostics of a file as it is now, sent or still to come. */
  readonly diagnosticsOf: (path: string) => Promise<readonly Diagnostic[]>;
  /** Waits until what is sent for a file, from now on, is as wanted. */
  readonly untilDiagnostics: (
    path: string,
    isWanted: (sent: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>;
  /** What has been sent for files of the folder, in order. */
  readonly sent: () => readonly PublishDiagnosticsParams[];
  /** Waits for a message that is shown, also one that was before. */
  readonly untilShown: (words: string) => Promise<string>;
  readonly shown: () => readonly string[];
  readonly logged: () => readonly string[];
  readonly actionsAt: (path: string, range: Range, only?: string[]) => Promise<readonly CodeAction[]>;
  /** The text with the edit of an action in it, which must be of its version. */
  readonly withEdit: (path: string, action: CodeAction | undefined) => string;
  readonly tellChanged: (...paths: string[]) => void;
  /** Ends the server as editors do, and gives back its exit code. */
  readonly end: () => Promise<number | null>;
}

/** How an editor is started. */
export interface EditorOptions {
  /** Folders that it has open; `null`: none, only files. Default: the folder itself. */
  readonly folders?: readonly string[] | null;
  readonly capabilities?: ClientCapabilities;
  readonly args?: readonly string[];
}

const usualCapabilities: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** A server in a process of its own, and what it has told so far. */
interface Server {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly initialized: InitializeResult;
  readonly sent: readonly PublishDiagnosticsParams[];
  readonly shown: readonly string[];
  readonly logged: readonly string[];
  /** Looks at what has come until it finds something. */
  readonly until: <Found>(find: () => Found | undefined) => Promise<Found>;
}

/** Starts a server in a folder, as an editor that has the folder open does. It ends with the test. */
export async function startEditor(folder: string, options: EditorOptions = {}): Promise<Editor> {
  const server = await startServer({ folders: [folder], ...options });
  onTestFinished(() => void server.process.kill('SIGKILL'));
  return editorIn(server, folder);
}

/**
 * Editors of all tests of a file that share one server, since starting one takes longer than what is tested. Each has a
 * folder of its own, which the server finds by the pages that are opened in it.
 */
export function sharedEditors(capabilities?: ClientCapabilities): (folder: string) => Editor {
  let server: Server | undefined;
  beforeAll(async () => {
    server = await startServer({ folders: null, ...(capabilities && { capabilities }) });
  });
  afterAll(() => void server?.process.kill('SIGKILL'));
  return (folder) => {
    if (server === undefined) throw new Error('The server has not started.');
    return editorIn(server, folder);
  };
}

async function startServer({ folders, capabilities, args = [] }: EditorOptions): Promise<Server> {
  const own = spawn(process.execPath, [entry, 'lsp', '--stdio', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = once(own, 'exit').then(([code]) => code as number | null);
  const connection = createProtocolConnection(
    new StreamMessageReader(own.stdout),
    new StreamMessageWriter(own.stdin),
  );
  const sent: PublishDiagnosticsParams[] = [];
  const shown: string[] = [];
  const logged: string[] = [];
  let listeners: (() => void)[] = [];
  const heard = (): void => {
    for (const listener of listeners) listener();
  };
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    sent.push(params);
    heard();
  });
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    shown.push(message);
    heard();
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
    heard();
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders?.map((each) => ({ uri: pathToFileURL(each).href, name: each })) ?? null,
    capabilities: capabilities ?? usualCapabilities,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    process: own,
    ended,
    initialized,
    sent,
    shown,
    logged,
    until: (find) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = find();
          if (found === undefined) return;
          listeners = listeners.filter((listener) => listener !== look);
          resolve(found);
        };
        listeners.push(look);
        look();
      }),
  };
}

function editorIn(server: Server, folder: string): Editor {
  const { connection, until, sent } = server;
  const start = { shown: server.shown.length, logged: server.logged.length };
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const documents = new Map<string, TextDocument>();
  const documentOf = (path: string): TextDocument => {
    const document = documents.get(path);
    if (document === undefined) throw new Error(`${path} is not open.`);
    return document;
  };
  const notify = (method: string, params: object): void => void connection.sendNotification(method, params);
  const change = (path: string, changes: TextDocumentContentChangeEvent[]): void => {
    const document = documentOf(path);
    const version = document.version + 1;
    TextDocument.update(document, changes, version);
    notify('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges: changes,
    });
  };
  const untilDiagnostics: Editor['untilDiagnostics'] = (path, isWanted) => {
    const from = sent.length;
    return until(() => sent.slice(from).find((params) => params.uri === uriOf(path) && isWanted(params)));
  };
  return {
    connection,
    process: server.process,
    initialized: server.initialized,
    uriOf,
    sent: () => sent.filter(({ uri }) => uri.startsWith(uriOf(''))),
    shown: () => server.shown.slice(start.shown),
    logged: () => server.logged.slice(start.logged),
    untilDiagnostics,
    open: (path, text) => {
      const document = TextDocument.create(uriOf(path), 'markdown', 1, text);
      documents.set(path, document);
      notify('textDocument/didOpen', {
        textDocument: { uri: document.uri, languageId: 'markdown', version: 1, text },
      });
    },
    change,
    replace: (path, before, after) => {
      const document = documentOf(path);
      const at = document.getText().indexOf(before);
      if (at === -1) throw new Error(`${path} does not hold ${before}.`);
      const range = { start: document.positionAt(at), end: document.positionAt(at + before.length) };
      change(path, [{ range, text: after }]);
    },
    close: (path) => {
      notify('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
      documents.delete(path);
    },
    textOf: (path) => documentOf(path).getText(),
    versionOf: (path) => documentOf(path).version,
    diagnosticsOf: async (path) => {
      const { uri, version } = documentOf(path);
      const found = await until(() =>
        sent.findLast((params) => params.uri === uri && params.version === version),
      );
      return found.diagnostics;
    },
    untilShown: (words) =>
      until(() => server.shown.slice(start.shown).find((message) => message.includes(words))),
    actionsAt: async (path, range, only) =>
      connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: uriOf(path) },
        range,
        context: {
          diagnostics: sent.findLast(({ uri }) => uri === uriOf(path))?.diagnostics ?? [],
          ...(only && { only }),
        },
      }),
    withEdit: (path, action) => {
      const document = documentOf(path);
      const [edit] = action?.edit?.documentChanges ?? [];
      if (edit === undefined || !('edits' in edit)) throw new Error('The action edits nothing.');
      const { uri, version } = edit.textDocument;
      if (uri !== document.uri || version !== document.version)
        throw new Error('The edit is of another text.');
      return TextDocument.applyEdits(
        document,
        edit.edits.map((each) => ({
          range: each.range,
          newText: 'newText' in each ? each.newText : each.snippet.value,
        })),
      );
    },
    tellChanged: (...paths) =>
      notify('workspace/didChangeWatchedFiles', {
        changes: paths.map((path) => ({ uri: uriOf(path), type: 2 })),
      }),
    end: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return server.ended;
    },
  };
}

/** Where a text stands in another, as an editor counts. */
export function rangeOf(text: string, part: string): Range {
  const document = TextDocument.create('', '', 0, text);
  const at = text.indexOf(part);
  if (at === -1) throw new Error(`The text does not hold ${part}.`);
  return { start: document.positionAt(at), end: document.positionAt(at + part.length) };
}

/** Where a text begins in another, as an editor counts. */
export function positionOf(text: string, part: string): Position {
  return rangeOf(text, part).start;
}
