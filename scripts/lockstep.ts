#!/usr/bin/env node
/** The checker's command line; `lockstep --help` lists what it does. */
import module from 'node:module';
import process from 'node:process';

// Most of a start is the compiling of what was compiled before. Node 20, which is told below what it is, lacks this.
module.enableCompileCache?.();

// A reader such as `head` may close the pipe before everything is printed; what is left has no reader.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`lockstep: Could not print: ${error.message}.\n`);
  process.exit(2);
});
// What cannot be said there can be said nowhere, and the report must not suffer from it.
process.stderr.on('error', () => undefined);

process.exitCode = await run();

async function run(): Promise<number> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    return refuse(
      `Lockstep needs Node 22.18 or newer, and this is Node ${process.versions.node}.`,
      'Install a newer Node, or run the command with one.',
    );
  }
  const commandLine = await loadCommandLine();
  if (commandLine instanceof Error) {
    return refuse(
      `The checker could not be loaded: ${commandLine.message}.`,
      'Install the packages beside the command: run `npm install` in its project, or `npm install satteri` where it was copied to.',
    );
  }
  return commandLine.runCommandLine(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    folder: process.cwd(),
    environment: process.env,
  });
}

/** Loaded only now: the parser is native code, which a copy of the command elsewhere may lack. */
async function loadCommandLine(): Promise<typeof import('./checker/cli/run-command-line.ts') | Error> {
  try {
    return await import('./checker/cli/run-command-line.ts');
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function refuse(message: string, hint: string): number {
  process.stderr.write(`lockstep: ${message}\n  ${hint}\n`);
  return 2;
}
