import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new public id: UUIDv7, made in code, so that rows made after one another stand after one another. */
export const newId = (): string => v7();

const BYTES = 16;

/** So many at once: chance is asked for in one go, which is most of what an id costs. */
export const newIds = (count: number): string[] => {
  if (count === 0) return [];
  const random = randomBytes(BYTES * count);
  const [msecs, first] = [Date.now(), random.readUInt32BE(0) >>> 1];
  return Array.from({ length: count }, (_, n) =>
    v7({ random: random.subarray(BYTES * n, BYTES * (n + 1)), msecs, seq: first + n }),
  );
};
