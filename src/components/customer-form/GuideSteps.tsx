import type { Stage } from '../../domain/customer/form-state.ts';

/** The way from each stage to the steps of the guide that it practices, in the page's language. */
export type GuideStepLinks = Partial<
  Readonly<Record<Stage, { readonly anchor: string; readonly text: string }>>
>;

/** The way from one stage. */
export function GuideSteps({ links, stage }: { readonly links: GuideStepLinks; readonly stage: Stage }) {
  const link = links[stage];
  if (link === undefined) return null;
  return (
    <p class="form-guide">
      <a href={`#${link.anchor}`}>{link.text}</a>
    </p>
  );
}
