import type { Report } from '../../../src/domain/report/report.ts';
import type { StatusReport } from '../../../src/domain/report/status.ts';
import { jsonText } from './json-text.ts';

/**
 * The report as JSON, by the published schema, indented by two; ends with a line end.
 *
 * It comes in pieces, a page or a finding each: the report of a large tree is longer than a string can be.
 */
export function* renderJson(report: Report | StatusReport): Iterable<string> {
  let separator = '{\n';
  for (const [name, value] of Object.entries(report)) {
    yield `${separator}  ${JSON.stringify(name)}: `;
    yield* Array.isArray(value) ? renderList(value, name) : [indented(value, '  ')];
    separator = ',\n';
  }
  yield '\n}\n';
}

function* renderList(values: readonly unknown[], name: string): Iterable<string> {
  let separator = '[\n    ';
  for (const value of values) {
    // What programs alone read takes no more room than it must.
    yield `${separator}${name === 'shardResults' ? jsonText(value, 0) : indented(value, '    ')}`;
    separator = ',\n    ';
  }
  yield values.length === 0 ? '[]' : '\n  ]';
}

/** A line end stands in no JSON string, so every one is the printer's. */
function indented(value: unknown, by: string): string {
  return jsonText(value, 2).replaceAll('\n', `\n${by}`);
}
