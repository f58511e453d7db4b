import { closeSync, openSync, readSync } from 'node:fs';
import { type Connection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOf } from './file-uris.ts';
import { byteOrderMark, mapPlaces, type Places } from './places.ts';
import type { Project } from './project.ts';
import type { Home, Projects } from './projects.ts';

/** A file that the editor has open, with its unsaved text. */
export interface OpenPage {
  /** As the editor writes it. */
  readonly uri: string;
  readonly version: number;
  /** As it would be saved: with the byte order mark that the file on the disk has and the editor does not show. */
  readonly text: string;
  readonly places: Places;
  /** `undefined` where no settings are above it, or it lies on no disk. */
  readonly home: Home | undefined;
}

/** The files that the editor has open. */
export interface OpenPages {
  readonly get: (uri: string) => OpenPage | undefined;
  readonly at: (project: Project, path: string) => OpenPage | undefined;
  readonly of: (project: Project) => readonly OpenPage[];
  /** Looks anew to which project each file belongs, after settings have come or gone. */
  readonly rehome: () => void;
}

/** Who hears of open files; their texts are laid over the project's files by then. */
export interface OpenPagesListener {
  readonly onOpened: (page: OpenPage) => void;
  readonly onChanged: (page: OpenPage) => void;
  readonly onClosed: (page: OpenPage) => void;
  readonly onSaved: (page: OpenPage) => void;
}

/** Follows what the editor opens, changes and closes. */
export function followOpenPages(
  connection: Connection,
  projects: Projects,
  listener: OpenPagesListener,
): OpenPages {
  const documents = new TextDocuments(TextDocument);
  const details = new Map<string, { readonly home: Home | undefined; readonly hasMark: boolean }>();

  const pageOf = (document: TextDocument): OpenPage => {
    const { uri, version } = document;
    const { home, hasMark } = details.get(uri) ?? { home: undefined, hasMark: false };
    const shown = document.getText();
    const isMarkShown = shown.startsWith(byteOrderMark);
    const text = hasMark && !isMarkShown ? byteOrderMark + shown : shown;
    return { uri, version, text, places: mapPlaces(text, isMarkShown), home };
  };
  const findHome = (uri: string): void => {
    const file = pathOf(uri);
    const home = file === undefined ? undefined : projects.homeOf(file);
    details.set(uri, { home, hasMark: file !== undefined && beginsWithMark(file) });
  };

  documents.onDidOpen(({ document }) => {
    findHome(document.uri);
    const page = pageOf(document);
    layOver(page);
    listener.onOpened(page);
  });
  documents.onDidChangeContent(({ document }) => {
    const page = pageOf(document);
    layOver(page);
    listener.onChanged(page);
  });
  documents.onDidClose(({ document }) => {
    const page = pageOf(document);
    takeOff(page);
    details.delete(document.uri);
    listener.onClosed(page);
  });
  documents.onDidSave(({ document }) => listener.onSaved(pageOf(document)));
  documents.listen(connection);

  const all = (): readonly OpenPage[] => documents.all().map(pageOf);
  return {
    get: (uri) => {
      const document = documents.get(uri);
      return document && pageOf(document);
    },
    at: (project, path) =>
      all().find(({ home }) => home !== undefined && home.project === project && home.path === path),
    of: (project) => all().filter(({ home }) => home?.project === project),
    rehome: () => {
      for (const document of documents.all()) {
        takeOff(pageOf(document));
        findHome(document.uri);
        layOver(pageOf(document));
      }
    },
  };
}

function layOver({ home, text }: OpenPage): void {
  home?.project.overlay(home.path, text);
}

function takeOff({ home }: OpenPage): void {
  home?.project.overlay(home.path, undefined);
}

function beginsWithMark(file: string): boolean {
  const bytes = Buffer.alloc(3);
  try {
    const handle = openSync(file, 'r');
    try {
      readSync(handle, bytes, 0, bytes.length, 0);
    } finally {
      closeSync(handle);
    }
  } catch {
    // A file that is not saved yet has none.
    return false;
  }
  return bytes.equals(Buffer.from(byteOrderMark));
}
