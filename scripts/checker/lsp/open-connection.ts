import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node';

/** How an editor talks: over two streams, or the channel that Node opens to the processes it forks. */
export type Transport =
  | { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream }
  | 'node-ipc';

/**
 * A connection to an editor. Where its input ends, so does the process.
 *
 * It stands apart from the command: bundled, what is imported only when it is needed must be an ES module.
 */
export function openConnection(transport: Transport): Connection {
  return transport === 'node-ipc'
    ? createConnection(new IPCMessageReader(process), new IPCMessageWriter(process))
    : createConnection(transport.input, transport.output);
}
