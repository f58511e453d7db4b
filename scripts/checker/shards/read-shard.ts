import { OperationalError } from '../operational-error.ts';

/** A part of a check, one of `count` that together are the whole. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/**
 * The part that `--shard` names.
 * @throws {OperationalError} For anything but `I/N` with I from 1 to N.
 * @example readShard('2/4') // => { index: 2, count: 4 }
 */
export function readShard(given: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(given) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new OperationalError(
    `\`--shard ${given}\` is no part of a check.`,
    'Give `--shard I/N` with I from 1 to N, such as `--shard 1/3`, `--shard 2/3` and `--shard 3/3` on three machines.',
  );
}
