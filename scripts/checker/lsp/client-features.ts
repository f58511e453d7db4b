import { type InitializeParams, MarkupKind } from 'vscode-languageserver/node';

/** What the editor can do, as far as the server goes by it. */
export interface ClientFeatures {
  /** Asks for diagnostics itself, instead of being sent them. */
  readonly pullsDiagnostics: boolean;
  /** Can be told to ask again. */
  readonly refreshesDiagnostics: boolean;
  readonly showsRelated: boolean;
  readonly knowsVersions: boolean;
  readonly knowsSnippets: boolean;
  readonly knowsLinks: boolean;
  readonly showsMarkdown: boolean;
  /** Tells of files that change on the disk. */
  readonly watchesFiles: boolean;
  readonly showsProgress: boolean;
  readonly hasFolders: boolean;
}

/** Reads what an editor can do from what it says of itself. */
export function clientFeatures({ capabilities }: InitializeParams): ClientFeatures {
  const { textDocument, workspace, window } = capabilities;
  const edit = workspace?.workspaceEdit;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelated:
      (textDocument?.diagnostic?.relatedInformation ??
        textDocument?.publishDiagnostics?.relatedInformation) === true,
    knowsVersions: edit?.documentChanges === true,
    knowsSnippets: edit?.documentChanges === true && edit.snippetEditSupport === true,
    knowsLinks: textDocument?.definition?.linkSupport === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsProgress: window?.workDoneProgress === true,
    hasFolders: workspace?.workspaceFolders === true,
  };
}
