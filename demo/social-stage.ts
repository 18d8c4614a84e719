import type { Doing } from '#modules/cases/index.ts';
import { personWithBsn } from '#modules/people/index.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import type { Professional } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { PROFESSIONALS } from './professionals.ts';
import type { Work } from './stage.ts';

/** An act under the name people read beside it. */
export const inNameOfSelf = (doing: Parameters<Work<unknown>>[1], { name }: Professional): Doing => ({
  ...doing,
  actor: { ...doing.actor, name },
});

/** The id of somebody the guide tells of. */
export const personIdOf = async (tx: Tx, { bsn, birthDate, name }: PersonEntry): Promise<string> => {
  const id = bsn === null ? null : await personWithBsn(tx, bsn, birthDate);
  if (id === null) throw new Error(`${name} is not in the practice region`);
  return id;
};

/** Somebody of the practice region by name. */
export const who = (name: string): Professional => {
  const found = PROFESSIONALS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} does not work in the practice region`);
  return found;
};
