import { cac } from 'cac';
import packageJson from '../../../package.json' with { type: 'json' };
import { closest } from '../closest.ts';
import { OperationalError } from '../operational-error.ts';
import { baseline, baselineName } from './baseline.ts';
import { check } from './check.ts';
import { explain } from './explain.ts';
import { failureText } from './failure-text.ts';
import type { FixFlags } from './fix.ts';
import { init } from './init.ts';
import { lsp } from './lsp.ts';
import { merge } from './merge.ts';
import { pair } from './pair.ts';
import { includeAlignmentHelp, includeHelp } from './read-included.ts';
import type { SettingsFlags } from './read-settings.ts';
import { stamp } from './stamp.ts';
import { status } from './status.ts';
import { exitCodes, type Terminal } from './terminal.ts';

/**
 * Runs what the arguments ask for and gives back the exit code: 0 compared and clean, 1 findings, 2 could not run
 * or nothing to compare.
 *
 * Reports go to standard output, everything else to standard error.
 */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await runCommand(argv, terminal);
  } catch (error) {
    terminal.stderr.write(failureText(error));
    return exitCodes.failed;
  }
}

/** Values of options as the parser gives them: a number where the text looks like one, a list where given twice. */
type OptionValues = Readonly<Record<string, unknown>>;

async function runCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  rejectEmptyArguments(argv);
  let outcome: Promise<number> | number | undefined;
  const cli = cac('lockstep');
  cli
    .command('check [...paths]', 'Check the pages that the settings describe, or those under the paths')
    .option('--config <file>', configHelp)
    .option('--no-exec-config', noExecConfigHelp)
    .option('--format <format>', formatHelp)
    .option('--locale <locale>', 'Report these locales only; several: commas, or the flag again')
    .option('--rule <rule>', 'Run these rules only; several: commas, or the flag again')
    .option('--include <what>', includeHelp)
    .option(
      '--fail-on <severity>',
      'Exit with 1 from this severity on: error, warning or note; default: error',
    )
    .option('--base <ref>', 'Report only what the change since this branch or commit added')
    .option('--shard <part>', 'Check one part of several, such as 2/4; `lockstep merge` joins their reports')
    .option('--baseline <file>', "Hold back the findings that this file lists; default: the settings'")
    .option('--fix', fixHelp)
    .option('--dry-run', dryRunHelp)
    .option('--unsafe', unsafeHelp)
    .option('--ignore-unmatched', ignoreUnmatchedHelp)
    .option('--no-cache', 'Judge every page again, and keep nothing for the next run')
    .option('--verbose', `${verboseHelp} of pages with findings, or of those under the paths`)
    .option('--watch', 'Report again whenever something changes; Ctrl+C ends it')
    .action((paths: readonly string[], options: OptionValues) => {
      outcome = check(
        {
          paths: [...paths, ...afterDashes(options)],
          ignoresUnmatched: options['ignoreUnmatched'] === true,
          ...settingsFlags(options),
          formats: repeatedOption(options, 'format'),
          locales: listOption(options, 'locale'),
          rules: listOption(options, 'rule'),
          included: listOption(options, 'include'),
          failOn: textOption(options, 'failOn'),
          isCached: options['cache'] !== false,
          isVerbose: options['verbose'] === true,
          fix: fixFlags(options),
          baseline: textOption(options, 'baseline'),
          base: asWritten(textOption(options, 'base'), 'base', argv),
          isWatching: options['watch'] === true,
          shard: textOption(options, 'shard'),
        },
        terminal,
      );
    });
  cli
    .command('pair <source> <translation>', 'Check one translation against its source, without settings')
    .option('--source-locale <locale>', 'Locale of the source; default: guessed from the page and its path')
    .option('--locale <locale>', 'Locale of the translation; default: guessed from the page and its path')
    .option('--dialect <dialect>', 'gfm, mdx, learn, hugo or mkdocs; default: recognised')
    .option('--format <format>', formatHelp)
    .option('--rule <rule>', 'Run these rules only; several: commas, or the flag again')
    .option('--include <what>', includeAlignmentHelp)
    .option(
      '--fail-on <severity>',
      'Exit with 1 from this severity on: error, warning or note; default: error',
    )
    .option('--fix', fixHelp)
    .option('--dry-run', dryRunHelp)
    .option('--unsafe', unsafeHelp)
    .option('--verbose', verboseHelp)
    .action((source: string, translation: string, options: OptionValues) => {
      outcome = pair(
        {
          source,
          translation,
          sourceLocale: textOption(options, 'sourceLocale'),
          locale: textOption(options, 'locale'),
          dialect: textOption(options, 'dialect'),
          formats: repeatedOption(options, 'format'),
          rules: listOption(options, 'rule'),
          included: listOption(options, 'include'),
          failOn: textOption(options, 'failOn'),
          isVerbose: options['verbose'] === true,
          fix: fixFlags(options),
        },
        terminal,
      );
    });
  cli
    .command('status [...paths]', 'Say of every translation how it stands to its source, and what to do')
    .option('--config <file>', configHelp)
    .option('--no-exec-config', noExecConfigHelp)
    .option('--format <format>', statusFormatHelp)
    .option('--locale <locale>', 'Show these locales only; several: commas, or the flag again')
    .option(
      '--fail-on <what>',
      'Exit with 1 where a page has this action or state, such as act or missing; several: commas; default: never',
    )
    .option('--no-cache', 'Judge every page again, and keep nothing for the next run')
    .option('--verbose', 'List pages too that are fine')
    .action((paths: readonly string[], options: OptionValues) => {
      outcome = status(
        {
          paths: [...paths, ...afterDashes(options)],
          ...settingsFlags(options),
          formats: repeatedOption(options, 'format'),
          locales: listOption(options, 'locale'),
          failOn: listOption(options, 'failOn'),
          isCached: options['cache'] !== false,
          isVerbose: options['verbose'] === true,
        },
        terminal,
      );
    });
  cli
    .command('stamp <...pages>', 'Note in translations which text of the source they were made from')
    .option('--config <file>', configHelp)
    .option('--no-exec-config', noExecConfigHelp)
    .action((pages: readonly string[], options: OptionValues) => {
      outcome = stamp({ pages: [...pages, ...afterDashes(options)], ...settingsFlags(options) }, terminal);
    });
  cli
    .command('baseline', 'Take note of all that a check finds now, so that later ones tell what is new')
    .option('--config <file>', configHelp)
    .option('--no-exec-config', noExecConfigHelp)
    .option('--output <file>', `Where to write it; default: the settings' \`baseline\`, or ${baselineName}`)
    .action((options: OptionValues) => {
      outcome = baseline({ ...settingsFlags(options), output: textOption(options, 'output') }, terminal);
    });
  cli
    .command('merge <...files>', 'Join the JSON reports of all shards into the one of a single run')
    .option('--config <file>', configHelp)
    .option('--no-exec-config', noExecConfigHelp)
    .option('--format <format>', formatHelp)
    .option(
      '--fail-on <severity>',
      'Exit with 1 from this severity on: error, warning or note; default: error',
    )
    .action((files: readonly string[], options: OptionValues) => {
      outcome = merge(
        {
          files: [...files, ...afterDashes(options)],
          ...settingsFlags(options),
          formats: repeatedOption(options, 'format'),
          failOn: textOption(options, 'failOn'),
        },
        terminal,
      );
    });
  cli
    .command('explain <rule>', 'Say what a rule finds, why it matters and what to do')
    .action((rule: string) => {
      outcome = explain(rule, terminal);
    });

  cli
    .command('init', 'Look at the pages here, write settings for them, and say what a first check finds')
    .option('--dry-run', 'Print the settings, and write nothing')
    .action((options: OptionValues) => {
      outcome = init({ isDryRun: options['dryRun'] === true }, terminal);
    });

  cli
    .command(
      'lsp',
      'Serve an editor: findings while typing, quick fixes, the way from a translation to its source',
    )
    .option('--stdio', 'Talk over standard input and output; the default')
    .option('--node-ipc', 'Talk over the channel that Node opens to the processes it forks')
    .option('--socket <port>', 'Talk over this port of the editor')
    .option('--pipe <name>', 'Talk over this pipe of the editor')
    .option('--clientProcessId <id>', 'End when this process, the editor, has ended')
    .option('--no-exec-config', noExecConfigHelp)
    .action((options: OptionValues) => {
      outcome = lsp(
        {
          socket: textOption(options, 'socket'),
          pipe: textOption(options, 'pipe'),
          isNodeIpc: options['nodeIpc'] === true,
          mayRunSettings: settingsFlags(options).mayRunSettings,
        },
        terminal,
      );
    });

  cli.help();
  cli.version(packageJson.version);

  // Parsing prints help and version itself, and then matches no command.
  const { options, args } = cli.parse(['node', 'lockstep', ...spelledForParser(argv, cli.commands)], {
    run: false,
  });
  const command = cli.matchedCommand;
  if (options['version'] === true && command !== undefined) cli.outputVersion();
  if (options['help'] === true || options['version'] === true) return exitCodes.clean;
  if (command === undefined) throw unknownCommand(args[0], cli.commands);
  const flags = [...command.options, ...cli.globalCommand.options];
  rejectUnknownFlags(options, flags, command.name);
  try {
    cli.runMatchedCommand();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CACError') throw error;
    throw new OperationalError(
      misfitOf(error.message, command),
      `Run \`lockstep ${command.name} --help\` to see what it takes.`,
      { cause: error },
    );
  }
  return outcome ?? exitCodes.failed;
}

/** What the parser says of arguments, as a sentence about the command. */
function misfitOf(message: string, { name, rawName }: { name: string; rawName: string }): string {
  const flag = /^option `(--[\w-]+).*` value is missing$/.exec(message)?.[1];
  if (flag !== undefined) return `The flag \`${flag}\` lacks its value.`;
  const unused = /^Unused args: (.+)$/.exec(message)?.[1];
  if (unused !== undefined) return `\`lockstep ${name}\` takes no further argument: ${unused}.`;
  return message.startsWith('missing required args')
    ? `\`lockstep ${name}\` lacks an argument: it is called as \`lockstep ${rawName}\`.`
    : `The arguments do not fit: ${message}.`;
}

const configHelp = 'Settings file; default: `lockstep` in package.json, or lockstep.config.{json,mjs,ts}';
const noExecConfigHelp = 'Refuse settings that are code: for pages that strangers have changed';

const verboseHelp = 'Show on standard error which block answers which, how sure that is and why';

const ignoreUnmatchedHelp =
  'Skip paths that are not pages of the settings, such as a commit hook passes; it is no error if none is left';
const fixHelp = 'Apply the fixes that have exactly one right answer, and report what is left';
const dryRunHelp = 'With --fix: print what would be written as a unified diff, and write nothing';
const unsafeHelp = 'With --fix: apply fixes too that a person should look at';

const statusFormatHelp =
  'pretty, json or html, =FILE writes it to a file; several: the flag again; default: pretty';

const formatHelp =
  'pretty, json, sarif, junit, github, markdown or html, =FILE writes it to a file; several: the flag again; default: pretty';

function unknownCommand(name: string | undefined, commands: readonly { name: string }[]): OperationalError {
  const names = commands.map((command) => command.name);
  if (name === undefined) {
    return new OperationalError('No command was given.', 'Run `lockstep --help` to see the commands.');
  }
  const near = closest(name, names);
  return new OperationalError(
    `There is no command \`${name}\`.`,
    near === undefined
      ? `The commands are ${names.join(', ')}; run \`lockstep --help\`.`
      : `Did you mean \`${near}\`? Run \`lockstep --help\` to see all commands.`,
  );
}

/**
 * The parser knows a flag that takes no value by its name in camel case alone: what follows `--dry-run` would be its
 * value, and no path.
 */
function spelledForParser(
  argv: readonly string[],
  commands: readonly {
    readonly options: readonly { readonly names: readonly string[]; readonly isBoolean?: boolean }[];
  }[],
): readonly string[] {
  const options = commands.flatMap((command) => command.options.filter(({ isBoolean }) => isBoolean));
  const flags = new Map(options.flatMap(({ names }) => names.map((name) => [flagName(name), `--${name}`])));
  const end = argv.indexOf('--');
  return argv.map((argument, at) => (end !== -1 && at > end ? argument : (flags.get(argument) ?? argument)));
}

/** The parser would take an empty value for the number 0, and `-` for a flag without a name. */
function rejectEmptyArguments(argv: readonly string[]): void {
  const index = argv.findIndex((argument) => argument === '' || /^--?\w[\w-]*=$/.test(argument));
  if (index !== -1) {
    const before = argv[index] || argv[index - 1];
    const where = before?.startsWith('-')
      ? `The flag \`${before.replace(/=$/, '')}\` has`
      : 'An argument has';
    throw new OperationalError(
      `${where} an empty value.`,
      'Give a value or leave it out; a shell variable that is not set may stand there.',
    );
  }
  if (argv.includes('-')) {
    throw new OperationalError(
      '`-` names no file: pages are not read from standard input.',
      'Give the path of a file.',
    );
  }
}

function rejectUnknownFlags(
  options: OptionValues,
  flags: readonly { readonly names: readonly string[] }[],
  command: string,
): void {
  const known = flags.flatMap((flag) => flag.names);
  for (const [name, value] of Object.entries(options)) {
    if (name === '--' || known.includes(name)) continue;
    const words = known.filter((candidate) => candidate.length > 1);
    const near = name.length > 1 ? closest(flagName(name), words.map(flagName)) : undefined;
    // The parser gives `color: false` for `--no-color`.
    const given = value === false ? flagName(name).replace('--', '--no-') : flagName(name);
    throw new OperationalError(
      `\`lockstep ${command}\` has no flag \`${given}\`.`,
      near === undefined
        ? `Run \`lockstep ${command} --help\` to see its flags.`
        : `Did you mean \`${near}\`? Run \`lockstep ${command} --help\` to see all flags.`,
    );
  }
}

/** The parser gives `failOn` for `--fail-on`. */
function flagName(name: string): string {
  const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return dashed.length === 1 ? `-${dashed}` : `--${dashed}`;
}

function afterDashes(options: OptionValues): readonly string[] {
  const rest = options['--'];
  return Array.isArray(rest) ? rest.map(String) : [];
}

/** Where a command finds its settings, and whether it may run them. */
function settingsFlags(options: OptionValues): SettingsFlags {
  return { config: textOption(options, 'config'), mayRunSettings: options['execConfig'] !== false };
}

function fixFlags(options: OptionValues): FixFlags {
  return {
    isFixing: options['fix'] === true,
    isDryRun: options['dryRun'] === true,
    isUnsafe: options['unsafe'] === true,
  };
}

/** A file's name may hold a comma, so formats are not taken apart at them. */
function repeatedOption(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return value === undefined ? [] : [value].flat().map(String);
}

function listOption(options: OptionValues, name: string): readonly string[] {
  return repeatedOption(options, name)
    .flatMap((entry) => entry.split(','))
    .filter((entry) => entry !== '');
}

function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  if (Array.isArray(value)) {
    throw new OperationalError(
      `The flag \`${flagName(name)}\` was given ${value.length} times.`,
      'Give it once.',
    );
  }
  return value === undefined ? undefined : String(value);
}

/** The parser takes the short id of a commit for a number where it is of digits, and drops its zeros. */
function asWritten(value: string | undefined, name: string, argv: readonly string[]): string | undefined {
  const flag = flagName(name);
  const at = argv.findIndex((argument) => argument === flag || argument.startsWith(`${flag}=`));
  if (value === undefined || at === -1) return value;
  return argv[at] === flag ? argv[at + 1] : argv[at]?.slice(flag.length + 1);
}
