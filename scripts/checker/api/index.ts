/**
 * What scripts import of the package: `import { check } from 'lockstep'`. Importing it runs nothing.
 * @module
 */
export type { Dialect } from '../../../src/domain/document/page-document.ts';
export type {
  Finding,
  NotCompared,
  PageAlignment,
  PageChange,
  PageDrift,
  PageState,
  Report,
  ReportedPage,
  Severity,
} from '../../../src/domain/report/report.ts';
export type { Settings } from '../config/settings.ts';
export { OperationalError } from '../operational-error.ts';
export type { FormatName } from '../report/format-names.ts';
export { type CheckOptions, check } from './check.ts';
export { type RuleDescription, rules } from './describe-rules.ts';
export { type FormatOptions, formatReport } from './format-report.ts';
export { type LoadOptions, loadSettings } from './load-settings.ts';
export { type PairOptions, pair } from './pair.ts';
