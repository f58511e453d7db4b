import {
  type Action,
  actions,
  type PageStatus,
  type StatusReport,
} from '../../../src/domain/report/status.ts';
import { displayCells } from './display-cells.ts';
import { escapeForLog } from './escape-controls.ts';
import { type PrettyOptions, plainColours } from './pretty.ts';

/** How the status is shown. */
export interface StatusPrettyOptions extends Pick<PrettyOptions, 'colours' | 'columns'> {
  /** Whether pages that are fine are listed too; default: they are counted alone. */
  readonly isWhole?: boolean;
}

type Colours = NonNullable<PrettyOptions['colours']>;

/** Columns of lines that nobody reads on a terminal. */
const columnsOfFiles = 110;
/** Below so many columns the reason stands in a line of its own. */
const narrow = 72;

/** What there is to do about the pages of each action: an imperative sentence. */
const actionHelp: Readonly<Record<Action, string>> = {
  act: 'Bring the page up to date with its source, then run `lockstep stamp PAGE`.',
  broken: 'Run `lockstep check PAGE`, and fix what it finds.',
  translate: 'Translate the source page into this file.',
  remove: 'Remove the page, or rename it as its source is named.',
  unknown: 'Compare the page with its source, then run `lockstep stamp PAGE` to note the revision.',
  restamp: 'Run `lockstep stamp PAGE`; there is nothing to translate.',
  fine: 'Nothing is to be done.',
};

/** What there is to do about the pages of an action, in this project. */
export function helpFor(action: Action, { hint, pages }: StatusReport): string {
  if (action === 'unknown' && hint !== null) return hint;
  if (action === 'act') {
    const behind = pages.filter((page) => page.action === 'act');
    // History tells by the commit of a translation; no page of such a project holds a pin.
    if (behind.length > 0 && behind.every(({ drift }) => drift?.known === 'history'))
      return actionHelpByHistory;
  }
  return actionHelp[action];
}

const actionHelpByHistory = 'Bring the page up to date with its source, then commit it.';

/**
 * The status for a person at a terminal: for each language how many pages are fine, and each page that is not, with
 * its state and why; then what to do.
 */
export function renderStatusPretty(
  report: StatusReport,
  { colours = plainColours, columns = columnsOfFiles, isWhole = false }: StatusPrettyOptions = {},
): string {
  const shown = report.pages.filter(({ action }) => isWhole || action !== 'fine');
  const width = Math.max(30, Math.min(columns, 200));
  const style: TableStyle = {
    colours,
    width,
    isNarrow: width < narrow,
    actionWidth: widest(shown.map(({ action }) => action)),
    stateWidth: widest(shown.map(({ state }) => state)),
    pathWidth: Math.min(widest(shown.map(({ path }) => escapeForLog(path))), Math.floor(width * 0.45)),
  };
  const parts = report.locales.map((locale) => {
    const pages = shown.filter((page) => page.locale === locale.locale);
    const counts = actions
      .filter((action) => action !== 'fine' && (locale.counts[action] ?? 0) > 0)
      .map((action) => colourOf(action, colours)(`${locale.counts[action]} ${action}`));
    const rest = counts.length === 0 ? '' : `: ${counts.join(', ')}`;
    const head = `${colours.strong(escapeForLog(locale.locale))}  ${locale.counts.fine} of ${locale.pages} fine (${locale.percent}%)${rest}`;
    return [head, ...pages.toSorted(byAction).flatMap((page) => rowOf(page, style)), ''].join('\n');
  });
  const found = actions.filter((action) => action !== 'fine' && shown.some((page) => page.action === action));
  if (found.length > 0) {
    const lines = found.flatMap((action) => {
      const name = `  ${action.padEnd(style.actionWidth)}  `;
      const text = wrapped(helpFor(action, report), width - name.length);
      return text.map((line, at) =>
        at === 0
          ? `  ${colourOf(action, colours)(action)}${name.slice(action.length + 2)}${line}`
          : `${' '.repeat(name.length)}${line}`,
      );
    });
    parts.push(['What to do:', ...lines, ''].join('\n'));
  }
  if (report.notCompared.length > 0) {
    const entries = report.notCompared.map(
      ({ path, reason }) => `  ${colours.strong(escapeForLog(path))}  ${escapeForLog(reason)}`,
    );
    parts.push(['Not looked at:', ...entries, ''].join('\n'));
  }
  parts.push(`${statusSentence(report)}\n`);
  return parts.join('\n');
}

/**
 * One sentence on how all translations stand.
 * @example statusSentence(report) // => '12 of 20 translations are fine: 3 act, 2 restamp, 3 translate.'
 */
export function statusSentence({ pages }: StatusReport): string {
  const count = (action: Action): number => pages.filter((page) => page.action === action).length;
  const counts = actions
    .filter((action) => action !== 'fine' && count(action) > 0)
    .map((action) => `${count(action)} ${action}`);
  const rest = counts.length === 0 ? '' : `: ${counts.join(', ')}`;
  return `${count('fine')} of ${pages.length} ${pages.length === 1 ? 'translation is' : 'translations are'} fine${rest}.`;
}

interface TableStyle {
  readonly colours: Colours;
  readonly width: number;
  readonly isNarrow: boolean;
  readonly actionWidth: number;
  readonly stateWidth: number;
  readonly pathWidth: number;
}

function colourOf(action: Action, colours: Colours): (text: string) => string {
  switch (action) {
    case 'act':
    case 'broken':
      return colours.error;
    case 'translate':
    case 'remove':
    case 'unknown':
      return colours.warning;
    case 'restamp':
      return colours.note;
    case 'fine':
      return colours.faint;
  }
}

function byAction(one: PageStatus, other: PageStatus): number {
  return actions.indexOf(one.action) - actions.indexOf(other.action);
}

function rowOf({ action, state, path, reason }: PageStatus, style: TableStyle): readonly string[] {
  const { colours, width, isNarrow, actionWidth, stateWidth, pathWidth } = style;
  const name = colourOf(action, colours)(action) + ' '.repeat(actionWidth - action.length);
  const head = `  ${name}  ${colours.faint(state.padEnd(stateWidth))}  `;
  const shownPath = escapeForLog(path);
  const shownReason = escapeForLog(reason);
  const before = 2 + actionWidth + 2 + stateWidth + 2;
  if (isNarrow) {
    const lines = shownReason === '' ? [] : wrapped(shownReason, width - 4);
    return [`${head}${shownPath}`, ...lines.map((line) => `    ${line}`)];
  }
  const isLong = widthOf(shownPath) > pathWidth;
  const lines = shownReason === '' ? [] : wrapped(shownReason, width - before - pathWidth - 2);
  const indent = ' '.repeat(before + pathWidth + 2);
  const [first = '', ...rest] = isLong ? ['', ...lines] : lines;
  const gap = ' '.repeat(Math.max(0, pathWidth - widthOf(shownPath)) + 2);
  return [
    `${head}${shownPath}${first === '' ? '' : `${gap}${first}`}`,
    ...rest.map((line) => `${indent}${line}`),
  ];
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return displayCells(text).reduce((sum, { width }) => sum + width, 0);
}

/** A text in lines of so many columns; a word that is longer stays whole. */
function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > Math.max(20, columns)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
