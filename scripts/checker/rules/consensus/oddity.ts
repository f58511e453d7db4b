import type { Span } from '../../../../src/domain/document/page-document.ts';
import type { Severity } from '../../../../src/domain/report/report.ts';

/** One way in which one page of a group differs from those that agree. */
export interface Oddity {
  /** Place of the odd page in the group. */
  readonly page: number;
  /** Places of the pages that agree with each other. */
  readonly holders: readonly number[];
  /** In the odd page. */
  readonly span: Span;
  /** The same place in the pages that agree. */
  readonly related: readonly { readonly page: number; readonly span: Span }[];
  /** What a message says of the odd page and of the others: `lacks the step that`, `have: …`. */
  readonly words: { readonly odd: string; readonly others: string };
  readonly help: string;
  readonly severity: Severity;
  /** 0 to 1, before it is weighed by how many agree. */
  readonly confidence: number;
  readonly data: Readonly<Record<string, unknown>> & { readonly kind: string };
}
