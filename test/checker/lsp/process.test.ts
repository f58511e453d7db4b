import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { project } from '../cli/pages.ts';
import { entry, spawnLockstep } from '../cli/run-lockstep.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { startEditor } from './editor.ts';

describe('the process of a language server', () => {
  it('ends with 0 after a shutdown, with 1 without', async () => {
    const orderly = await startEditor(temporaryFolder(project));
    expect(await orderly.end()).toBe(0);
    const hasty = await startEditor(temporaryFolder(project));
    const ended = once(hasty.process, 'exit');
    await hasty.connection.sendNotification('exit');
    expect(await ended).toEqual([1, null]);
  });

  it('ends when the editor is gone', async () => {
    const editor = await startEditor(temporaryFolder(project));
    const ended = once(editor.process, 'exit');
    editor.process.stdin?.end();
    expect(await ended).toEqual([1, null]);
  });

  it('talks over a socket of the editor, too', async () => {
    const listening = createServer().listen(0, '127.0.0.1');
    await once(listening, 'listening');
    onTestFinished(() => void listening.close());
    const address = listening.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const accepted = once(listening, 'connection');
    const server = spawn(process.execPath, [entry, 'lsp', '--socket', String(port)], {
      cwd: temporaryFolder(project),
    });
    onTestFinished(() => void server.kill('SIGKILL'));
    const [socket] = (await accepted) as [Socket];
    const connection = createProtocolConnection(
      new StreamMessageReader(socket),
      new StreamMessageWriter(socket),
    );
    connection.listen();
    const answer = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(answer.serverInfo).toEqual({ name: 'lockstep', version: expect.any(String) });
    const ended = once(server, 'exit');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toEqual([0, null]);
  });

  it('says where Node has opened no channel', () => {
    expect(spawnLockstep(temporaryFolder(project), ['lsp', '--node-ipc'])).toEqual({
      stdout: '',
      stderr:
        'lockstep: `--node-ipc` asks for a channel that Node opens to the processes it forks, and there is none.\n' +
        '  Leave the flag out: then the editor talks over standard input and output.\n',
      code: 2,
    });
  });
});
