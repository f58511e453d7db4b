import type { Finding, Report } from '../../../src/domain/report/report.ts';
import { exampleReport } from '../report/example-report.ts';

/** What a page may hold to break out of a report. */
export const hostileText =
  '</script><img src=x onerror="alert(1)"> ]]> & | `code` | @someone ::error::owned \u001B[2J \u0000 \uFFFE \u202E **bold** [link](javascript:alert(1))\n::warning::second';

/** A report on a page that holds all of it, in its path too, and has a fix. */
export const hostileReport: Report = {
  ...exampleReport,
  findings: exampleReport.findings.map(
    (finding): Finding => ({
      ...finding,
      message: `\`${hostileText}\` is no label`,
      help: `Write \`Kunder\`, not ${hostileText}`,
      path: 'content/<b>/a,b:c%20 d.md',
      fix: {
        title: `Remove ${hostileText}`,
        safety: 'safe',
        edits: [{ range: finding.range, text: hostileText }],
      },
    }),
  ),
  notCompared: [{ path: hostileText, reason: hostileText }],
};
