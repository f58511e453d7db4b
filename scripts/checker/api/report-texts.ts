import type { Report } from '../../../src/domain/report/report.ts';
import type { TextReader } from '../report/finish-findings.ts';
import { textReader } from '../workspace/read-texts.ts';

const texts = new WeakMap<Report, TextReader>();

/** Remembers with which texts a report was made, for those who quote them later; gives back the report. */
export function rememberTexts(report: Report, textOf: TextReader): Report {
  texts.set(report, textOf);
  return report;
}

/** The texts that a report was made with; of a report that came from elsewhere, pages as they lie in `folder` now. */
export function textsOf(report: Report, folder: string): TextReader {
  return texts.get(report) ?? textReader(folder, undefined, report.findings);
}
