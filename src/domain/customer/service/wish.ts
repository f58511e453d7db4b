import type { RefusalId } from './refusals.ts';

/**
 * What the partner wants the practice service to answer to the next Submit: nothing in particular, so that it answers by
 * itself; that it accepts; or one of its refusals.
 */
export type ServiceWish = '' | 'accepted' | RefusalId;

/** A refusal that was answered. It holds until the answers it is about are other ones. */
export interface StandingRefusal {
  readonly refusal: RefusalId;
  /** The answers it is about, as they were when it was given. */
  readonly about: string;
}
