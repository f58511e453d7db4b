/** The checker's command line: `lockstep check`, `pair`, `stamp` and `explain`. */
import { runCommandLine } from './checker/cli/run-command-line.ts';

// A reader such as `head` may close the pipe before everything is printed; what is left has no reader.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout) process.stderr.write(`lockstep: Could not print: ${error.message}.\n`);
    process.exit(2);
  });
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  folder: process.cwd(),
  environment: process.env,
});
