import packageJson from '../../package.json' with { type: 'json' };
import { type ProblemPlace, problemReport } from '../domain/guide/problem-report.ts';
import { repositoryLinks } from '../domain/guide/repository-links.ts';

/** What the host of the repository offers; nothing where there is none, or it is not known. */
export const repository = repositoryLinks(packageJson.repository);

/** The address where a problem with a place is told; `undefined` where it cannot be told. */
export function problemAddress(place: ProblemPlace): string | undefined {
  const { title, body } = problemReport(place);
  return repository?.issue(title, body);
}
