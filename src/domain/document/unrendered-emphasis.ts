import { indexLines, type LineIndex } from './line-index.ts';
import { type OwnText, ownTexts } from './own-text.ts';
import type { PageDocument, Span, TextRun } from './page-document.ts';
import { spanOfRunText } from './spans.ts';

/** Why a renderer leaves markers of emphasis as they are. */
export type UnrenderedReason =
  /** A punctuation mark inside the closing marker, a letter outside: `**Note:**text`. */
  | 'closing-beside-letter'
  /** A letter outside the opening marker, a punctuation mark inside: `text**"Note"**`. */
  | 'opening-beside-letter'
  /** White space inside a marker: `** Note **`. */
  | 'space-inside'
  /** An underscore beside a letter: `text_note_text`. */
  | 'underscore-beside-letter'
  /** A closing and an opening marker in one: `a****b`. */
  | 'joined'
  /** The markers stand on the wrong side of words or brackets. */
  | 'misplaced'
  | 'unopened'
  | 'unclosed';

/** Emphasis that the author means and a reader does not see: the markers are shown, or other words are bold. */
export interface UnrenderedEmphasis {
  readonly reason: UnrenderedReason;
  /** From the opening marker to the end of the closing one; the marker alone where there is one. */
  readonly span: Span;
  /** What is between the markers as the file has it; empty where there is one marker. */
  readonly content: string;
  /** `**`, `*`, `__` or `_`. */
  readonly marker: string;
  /** Whether a reader sees a marker; otherwise the emphasis is on other words than these, or on more. */
  readonly isShown: boolean;
}

/**
 * The emphasis of a page that its renderer leaves literal, in the order of the file.
 *
 * What is literal is decided by the page's parse; only what cannot be a footnote's star, arithmetic, a glob, an
 * argument of a program, a mask or an escape is told. Python-Markdown reads `**` beside punctuation as emphasis where
 * CommonMark does not, so for `mkdocs` only markers with white space inside, underscores beside letters and a `**` without
 * any other are told (the patterns of Python-Markdown 3.11, and its recorded outputs).
 *
 * @example
 * findUnrenderedEmphasis(parsePage('选择**帐户信息：**页', { dialect: 'gfm' }))
 * // => [{ reason: 'closing-beside-letter', content: '帐户信息：', marker: '**', … }]
 */
export function findUnrenderedEmphasis(document: PageDocument): readonly UnrenderedEmphasis[] {
  const texts = ownTexts(document).filter(({ node }) => node.kind !== 'html' && node.kind !== 'image');
  const withMarkers = texts.filter(({ text, traits }) => /[*_]/.test(text) || traits.emphases.length > 1);
  if (withMarkers.length === 0) return [];
  const lines = indexLines(document.text);
  const page = {
    document,
    lines,
    hasStarNotes: texts.some(({ text }) => beginsNote(text)),
  };
  return withMarkers.flatMap((text) => findInText(page, text));
}

interface Page {
  readonly document: PageDocument;
  readonly lines: LineIndex;
  /** A text begins with a star: stars behind words refer to it. */
  readonly hasStarNotes: boolean;
}

/** Whether a text begins with a sign that another refers to; two runs of stars are emphasis that is not rendered. */
function beginsNote(text: string): boolean {
  const stars = /^[*†‡]+/.exec(text)?.[0].length ?? 0;
  return stars > 0 && !text.includes('*', stars);
}

/** A run of one marker character in the file. */
interface Marker {
  readonly sign: string;
  readonly from: number;
  readonly to: number;
  /** Whether a reader sees it. */
  readonly isLiteral: boolean;
  /** The characters beside it; `''` at the ends of the text. */
  readonly before: string;
  readonly after: string;
}

function findInText(page: Page, own: OwnText): UnrenderedEmphasis[] {
  const markers = markersOf(page.document, own);
  if (markers.length === 0) return [];
  const found =
    page.document.dialect === 'mkdocs'
      ? findForPythonMarkdown(page, markers, own)
      : findForCommonMark(page, markers, own);
  return found.toSorted((one, other) => one.span.start.offset - other.span.start.offset);
}

function findForCommonMark(page: Page, markers: readonly Marker[], own: OwnText): UnrenderedEmphasis[] {
  const { text } = page.document;
  const found: UnrenderedEmphasis[] = [];
  const doubles: Marker[] = [];
  for (const marker of markers) {
    if (marker.sign === '****' && marker.isLiteral && isJoined(marker)) {
      found.push(makeFinding(page, marker, marker, 'joined'));
    } else if (marker.sign === '**' && !(marker.isLiteral && isNoEmphasis(text, marker)))
      doubles.push(marker);
  }
  const hasOddSigns = markers.some(({ sign }) => sign.startsWith('*') && sign.length > 2);
  found.push(...(hasOddSigns ? [] : findDoubles(page, doubles, own)));
  found.push(...findSingles(page, markers, '*'), ...findUnderscores(page, markers));
  return found;
}

function findDoubles(page: Page, doubles: readonly Marker[], own: OwnText): UnrenderedEmphasis[] {
  const found: UnrenderedEmphasis[] = [];
  // An author writes markers in pairs; a renderer that refuses one may pair the others the wrong way round.
  const pairs = doubles.length % 2 === 0 ? doubles : doubles.filter((marker) => marker.isLiteral);
  const strongEnds = strongEndsOf(own);
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const opening = pairs[at];
    const closing = pairs[at + 1];
    if (opening === undefined || closing === undefined) break;
    const isShown = opening.isLiteral || closing.isLiteral;
    // Bold text that goes on behind the marker that should close it.
    if (!isShown && (strongEnds.get(opening.from) ?? 0) <= closing.to) continue;
    const reason = reasonOf(page, opening, closing);
    if (reason === undefined || (!isShown && !reason.endsWith('beside-letter'))) continue;
    found.push(makeFinding(page, opening, closing, reason));
  }
  const last = pairs.length % 2 === 1 ? pairs.at(-1) : undefined;
  if (last !== undefined && pairs.length === 1) {
    const reason = reasonAlone(page, last, own);
    if (reason !== undefined) found.push(makeFinding(page, last, last, reason));
  }
  return found;
}

/** Where the bold text that begins at an offset ends. */
function strongEndsOf({ traits }: OwnText): ReadonlyMap<number, number> {
  return new Map(
    traits.emphases
      .filter(({ kind }) => kind === 'strong')
      .map(({ span }) => [span.start.offset, span.end.offset]),
  );
}

/** Why a pair of `**` is literal, or `undefined` where it may be no emphasis. */
function reasonOf(page: Page, opening: Marker, closing: Marker): UnrenderedReason | undefined {
  const { text } = page.document;
  const content = text.slice(opening.to, closing.from);
  if (content.trim() === '' || /\r?\n[ \t>]*\r?\n/.test(content)) return undefined;
  const isSpacedInside = isSpace(opening.after) || isSpace(closing.before);
  const holdsWords = /\p{L}{3}|[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(content);
  if (isSpacedInside) {
    if (!holdsWords || isArithmetic(text, opening, closing)) return undefined;
    const beginsWithWord = /^\s*[\p{L}\p{N}\p{Ps}\p{Pi}"'`<]/u.test(content);
    // An ending or a particle may follow a marker that only closes: `** Name**의`.
    const isBare = isSpace(opening.before) && isSpace(opening.after) && !isSpace(closing.before);
    if (beginsWithWord && !isLetter(opening.before) && (isBare || !isLetter(closing.after))) {
      return 'space-inside';
    }
    if (page.hasStarNotes) return undefined;
    return isWide(opening) || isWide(closing) ? 'misplaced' : undefined;
  }
  const closesAfterMark = isMark(closing.before, page) && isLetter(closing.after);
  const opensBeforeMark = isLetter(opening.before) && isMark(opening.after, page);
  const isArgument = /^[a-z_]\w*[\s,)]/.test(content) && /[\s,([{]$/.test(content);
  if (isArgument || (!holdsWords && !isWide(opening) && !isWide(closing) && content.length < 2))
    return undefined;
  // `word** … word**`: two references to a note.
  const looksLikeNotes =
    !/[\s([{"'“‘«]|^$/u.test(opening.before) &&
    !opensBeforeMark &&
    !isLetter(opening.after) &&
    !isOpeningMark(opening.after);
  if (looksLikeNotes && (page.hasStarNotes || !isWide(opening))) return undefined;
  if (closesAfterMark && isClosingMark(closing.before)) return 'closing-beside-letter';
  if (opensBeforeMark && isOpeningMark(opening.after)) return 'opening-beside-letter';
  // Markers that are well placed are literal because of another pair, which is told instead.
  if (page.hasStarNotes || (!closesAfterMark && !opensBeforeMark)) return undefined;
  return isWide(opening) || isWide(closing) ? 'misplaced' : undefined;
}

/** `2 ** 8`: a digit outside the pair or behind its first marker, or a sign of a formula beside it. */
function isArithmetic(text: string, opening: Marker, closing: Marker): boolean {
  const lineStart = text.lastIndexOf('\n', opening.from - 1) + 1;
  const before = text.slice(Math.max(opening.from - 80, lineStart), opening.from);
  const [after = ''] = text.slice(closing.to, closing.to + 80).split('\n', 1);
  const content = text.slice(opening.to, closing.from);
  const around = `${before}${content}${after}`.replaceAll(/`[^`\n]*`|<[^<>]*>/g, '');
  return /\d\s*$/.test(before) || /^\s*\d/.test(content) || /^\s*\d/.test(after) || /[=+^]/.test(around);
}

/** Why a single `**` is no note's star: a sentence or heading word ends inside it, or a label begins. */
function reasonAlone(page: Page, marker: Marker, own: OwnText): UnrenderedReason | undefined {
  const { text } = page.document;
  if (page.hasStarNotes || !marker.isLiteral) return undefined;
  if (/[:：]/.test(marker.before) && !/[\p{L}\p{N}]/u.test(marker.after)) return 'unopened';
  const isLast = text.slice(marker.to, own.span.end.offset).trim() === '';
  if (/[.!?。！？]/.test(marker.before) && isLast && own.node.kind !== 'cell') return 'unopened';
  const opensWord = /^(?:\p{Lu}\p{Ll}+[ \p{P}]|[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}[「『])/u.test(
    text.slice(marker.to, marker.to + 40),
  );
  const isInside = marker.from > own.span.start.offset + 1;
  return opensWord && isInside && isSpace(marker.before) ? 'unclosed' : undefined;
}

/** `*` in pairs that only a punctuation mark beside a letter keeps literal. */
function findSingles(page: Page, markers: readonly Marker[], sign: '*'): UnrenderedEmphasis[] {
  const found: UnrenderedEmphasis[] = [];
  for (let at = 0; at + 1 < markers.length; at += 1) {
    const opening = markers[at];
    const closing = markers[at + 1];
    if (opening?.sign !== sign || closing?.sign !== sign || !opening.isLiteral || !closing.isLiteral)
      continue;
    const content = page.document.text.slice(opening.to, closing.from);
    if (/^\s|\s$|[\r\n]|^$/.test(content) || content.length > 80) continue;
    if (isMark(opening.after, page) && !isOpeningMark(opening.after)) continue;
    if (isMark(closing.before, page) && !/[\p{Pe}\p{Pf}"'’”:：.。!！?？]/u.test(closing.before)) continue;
    const closesAfterMark =
      isMark(closing.before, page) && isLetter(closing.after) && isOpeningPlace(opening);
    const opensBeforeMark = isLetter(opening.before) && isMark(opening.after, page);
    if (!closesAfterMark && !opensBeforeMark) continue;
    if (!isWide(opening) && !isWide(closing)) continue;
    found.push(
      makeFinding(
        page,
        opening,
        closing,
        closesAfterMark ? 'closing-beside-letter' : 'opening-beside-letter',
      ),
    );
    at += 1;
  }
  return found;
}

/** `_` and `__` in pairs beside letters that no identifier has. */
function findUnderscores(page: Page, markers: readonly Marker[]): UnrenderedEmphasis[] {
  const found: UnrenderedEmphasis[] = [];
  for (let at = 0; at + 1 < markers.length; at += 1) {
    const opening = markers[at];
    const closing = markers[at + 1];
    if (opening === undefined || closing === undefined || !/^__?$/.test(opening.sign)) continue;
    if (opening.sign !== closing.sign || !opening.isLiteral || !closing.isLiteral) continue;
    const content = page.document.text.slice(opening.to, closing.from);
    const hasIdentifiers = /[A-Za-z0-9]/.test(opening.before) || /[A-Za-z0-9]/.test(closing.after);
    if (/^\s|\s$|[\r\n]|^$/.test(content) || content.length > 80 || hasIdentifiers) continue;
    if (!/[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(content)) continue;
    if (!isLetter(opening.before) && !isLetter(closing.after)) continue;
    found.push(makeFinding(page, opening, closing, 'underscore-beside-letter'));
    at += 1;
  }
  return found;
}

/**
 * The page's parse pairs markers as Python-Markdown does: `**` between white space is text (`NOT_STRONG_RE`), and an
 * underscore beside a letter too (`SMART_EMPHASIS_RE`).
 */
function findForPythonMarkdown(page: Page, markers: readonly Marker[], own: OwnText): UnrenderedEmphasis[] {
  const { text } = page.document;
  const found = findUnderscores(page, markers);
  const doubles = markers.filter(
    (marker) => marker.sign === '**' && !(marker.isLiteral && isNoEmphasis(text, marker)),
  );
  const literal = doubles.filter(({ isLiteral }) => isLiteral);
  const [alone] = literal;
  if (alone !== undefined && literal.length === 1 && doubles.length % 2 === 1) {
    const reason = reasonAlone(page, alone, own);
    return reason === undefined ? found : [...found, makeFinding(page, alone, alone, reason)];
  }
  const pairs = doubles.length % 2 === 0 ? doubles : literal;
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const opening = pairs[at];
    const closing = pairs[at + 1];
    if (opening === undefined || closing === undefined || !(opening.isLiteral || closing.isLiteral)) continue;
    if (reasonOf(page, opening, closing) === 'space-inside')
      found.push(makeFinding(page, opening, closing, 'space-inside'));
  }
  return found;
}

function makeFinding(
  { document, lines }: Page,
  opening: Marker,
  closing: Marker,
  reason: UnrenderedReason,
): UnrenderedEmphasis {
  return {
    reason,
    span: lines.spanOf(opening.from, closing.to),
    content: opening === closing ? '' : document.text.slice(opening.to, closing.from),
    marker: opening.sign,
    isShown: opening.isLiteral || closing.isLiteral,
  };
}

/** Every run of `*` and `_` outside code: those that a reader sees, and those that make emphasis. */
function markersOf({ text }: PageDocument, own: OwnText): Marker[] {
  const places: { from: number; to: number; isLiteral: boolean }[] = [];
  const codes = own.traits.runs.filter((run) => run.markup.includes('code'));
  let code = 0;
  for (const match of own.text.matchAll(/\*+|_+/g)) {
    while (endOfRun(codes[code]) <= match.index) code += 1;
    const isInCode = (codes[code]?.at ?? own.text.length) <= match.index;
    const { start, end } = spanOfRunText(
      { textSpan: own.span, traits: own.traits },
      match.index,
      match.index + match[0].length,
    );
    // An escape or a character reference is meant as it is seen; code is skipped with its run.
    const isAsInFile = text.slice(start.offset, end.offset) === match[0] && text[start.offset - 1] !== '\\';
    if (isAsInFile && !isInCode) {
      places.push({ from: start.offset, to: end.offset, isLiteral: true });
    }
  }
  if (places.length === 0 && !holdsNestedStrong(own)) return [];
  for (const { kind, span } of own.traits.emphases) {
    const width = kind === 'strong' ? 2 : 1;
    const from = span.start.offset;
    const to = span.end.offset;
    // `<b>` has no markers.
    if (!/[*_]/.test(text[from] ?? '')) continue;
    places.push({ from, to: from + width, isLiteral: false }, { from: to - width, to, isLiteral: false });
  }
  places.sort((one, other) => one.from - other.from);
  return joinPlaces(text, places).map((place) => ({
    ...place,
    sign: text.slice(place.from, place.to),
    before: place.from <= own.span.start.offset ? '' : characterBefore(text, place.from),
    after: place.to >= own.span.end.offset ? '' : characterAt(text, place.to),
  }));
}

function endOfRun(run: TextRun | undefined): number {
  return run === undefined ? Number.POSITIVE_INFINITY : run.at + run.text.length;
}

/** Bold text inside bold text: nobody means it. */
function holdsNestedStrong({ traits }: OwnText): boolean {
  const strong = traits.emphases
    .filter(({ kind }) => kind === 'strong')
    .toSorted((one, other) => one.span.start.offset - other.span.start.offset);
  // Emphasis nests or follows: of nested ones, two that follow each other in order of their starts overlap.
  return strong.some(({ span }, at) => span.start.offset < (strong[at - 1]?.span.end.offset ?? 0));
}

/** Markers that touch are one run. */
function joinPlaces(text: string, places: readonly { from: number; to: number; isLiteral: boolean }[]) {
  const joined: { from: number; to: number; isLiteral: boolean }[] = [];
  for (const place of places) {
    const last = joined.at(-1);
    if (last !== undefined && last.to >= place.from && text[last.from] === text[place.from]) {
      last.to = Math.max(last.to, place.to);
      last.isLiteral ||= place.isLiteral;
    } else joined.push({ ...place });
  }
  return joined;
}

/** A glob, an argument, arithmetic or a pointer. */
function isNoEmphasis(text: string, { from, to, before, after }: Marker): boolean {
  if (/[/\\]/.test(before) || /[/\\]/.test(after) || /^\.\w/.test(text.slice(to, to + 2))) return true;
  const left = text.slice(Math.max(from - 20, 0), from);
  const right = text.slice(to, to + 40);
  if (/[\w)\]]\s*$/.test(left) && /^\s*\d/.test(right)) return true;
  if (/\d\s*$/.test(left) && /^\s*[\w(]/.test(right) && /\s$/.test(left) === /^\s/.test(right)) return true;
  if (/(?:^|\W)[a-z]\s*$/.test(left) && /^\s*[a-z](?!\w)/.test(right)) return true;
  return /(?:^|[\s(,])$/.test(left) && /^(?:[a-z_]\w*[(.[]|kwargs\b|[a-z]\w*_\w)/.test(right);
}

/** `****` inside prose in a script that masks nothing with stars: not `EIN: ****4442`. */
function isJoined({ before, after }: Marker): boolean {
  return (
    (isWideCharacter(before) || isWideCharacter(after)) &&
    /[\p{L}\p{P}]/u.test(before) &&
    /[\p{L}\p{P}]/u.test(after)
  );
}

/** Whether a marker stands where one opens: at the start, behind white space, an opening bracket, or wide text. */
function isOpeningPlace({ before }: Marker): boolean {
  return before === '' || isSpace(before) || isOpeningMark(before) || isWideCharacter(before);
}

function isWide({ before, after }: Marker): boolean {
  return isWideCharacter(before) || isWideCharacter(after);
}

function isWideCharacter(character: string): boolean {
  return /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3000-\u303F\uFF00-\uFFEF]/u.test(character);
}

function isSpace(character: string): boolean {
  return character !== '' && /\s/.test(character);
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(character);
}

/**
 * What CommonMark 0.31 counts as punctuation. Goldmark 1.5 takes symbols beyond ASCII for letters (recorded), as
 * Markdig long did (general knowledge), so that a symbol proves nothing on pages of Hugo and Learn.
 */
function isMark(character: string, { document: { dialect } }: Page): boolean {
  const countsSymbols = dialect !== 'hugo' && dialect !== 'learn';
  return /[\p{P}$+<=>^`|~]/u.test(character) || (countsSymbols && /\p{S}/u.test(character));
}

function isOpeningMark(character: string): boolean {
  return /[\p{Ps}\p{Pi}"'`<]/u.test(character);
}

function isClosingMark(character: string): boolean {
  return /[\p{Pe}\p{Pf}"'`“”‘’<>:：.。!！?？…%％，；;]/u.test(character);
}

function characterBefore(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(offset - 2, offset) : (text[offset - 1] ?? '');
}

function characterAt(text: string, offset: number): string {
  return offset < text.length ? String.fromCodePoint(text.codePointAt(offset) ?? 0) : '';
}
