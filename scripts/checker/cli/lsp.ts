import { once } from 'node:events';
import { createConnection as connect, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import type { Connection } from 'vscode-languageserver/node';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { escapeControls } from '../reporters/escape-controls.ts';
import type { Terminal } from './terminal.ts';

/** What `lockstep lsp` was asked. */
export interface LspRequest {
  /** How the editor talks, where not over standard input and output. */
  readonly socket: string | undefined;
  readonly pipe: string | undefined;
  readonly isNodeIpc: boolean;
  /** False where settings that are code are refused. */
  readonly mayRunSettings: boolean;
}

/**
 * Serves an editor until it ends the connection, and then the process with it: with 0 after it asked for a shutdown,
 * else with 1.
 *
 * Nothing but the protocol reaches standard output: what anything else prints, settings that are code among it, goes to
 * standard error.
 * @throws {OperationalError} Where the editor cannot be reached.
 */
export async function lsp(request: LspRequest, terminal: Terminal): Promise<number> {
  const socket = await socketFor(request);
  // Only an editor needs what this takes to load.
  const { openConnection } = await import('../lsp/open-connection.ts');
  const { serve } = await import('../lsp/serve.ts');
  const output = takeStandardOutput();
  const connection = openConnection(
    socket !== undefined
      ? { input: socket, output: socket }
      : request.isNodeIpc
        ? 'node-ipc'
        : { input: process.stdin, output },
  );
  if (socket === undefined && !request.isNodeIpc && process.stdin.isTTY) {
    terminal.stderr.write(
      'An editor starts this command and talks to it in the Language Server Protocol; Ctrl+C ends it.\n',
    );
  }
  surviveErrors(connection);
  serve(connection, { mayRun: request.mayRunSettings });
  connection.listen();
  return new Promise(() => undefined);
}

async function socketFor({ socket: port, pipe, isNodeIpc }: LspRequest): Promise<Socket | undefined> {
  if (isNodeIpc && process.send === undefined) {
    throw new OperationalError(
      '`--node-ipc` asks for a channel that Node opens to the processes it forks, and there is none.',
      'Leave the flag out: then the editor talks over standard input and output.',
    );
  }
  if (port === undefined && pipe === undefined) return undefined;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536)) {
    throw new OperationalError(
      `\`--socket ${port}\` is not a port number.`,
      'Give a number from 1 to 65535.',
    );
  }
  const socket = pipe === undefined ? connect(Number(port), '127.0.0.1') : connect(pipe);
  try {
    await once(socket, 'connect');
    return socket;
  } catch (error) {
    const place = pipe === undefined ? `port ${port}` : `the pipe \`${pipe}\``;
    throw new OperationalError(
      `No editor could be reached over ${place}: ${reasonOf(error)}.`,
      'Let the editor listen there before it starts the command, or talk over standard input and output.',
      { cause: error },
    );
  }
}

/** Standard output, for the protocol alone. */
function takeStandardOutput(): Writable {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return new Writable({ write: (chunk: Uint8Array, _, done) => void write(chunk, done) });
}

/** An error that nobody caught costs one answer, not what the editor has open. */
function surviveErrors(connection: Connection): void {
  const log = (error: unknown): void => {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    connection.console.error(
      `Something broke inside the checker: ${escapeControls(reasonOf(error))}\n${stack}`,
    );
  };
  process.on('uncaughtException', log);
  process.on('unhandledRejection', log);
}
