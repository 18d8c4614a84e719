import type { PersonView } from './contract.ts';
import type { Person } from './types.ts';

/** A BSN as it is shown: the last three digits are enough to compare with a document. */
const masked = (bsn: string): string => `••••••${bsn.slice(-3)}`;

/** A person as shown to who may know them; the BSN stays behind. */
export const personView = ({ bsn, ...person }: Person): PersonView => ({
  ...person,
  bsnMasked: bsn === null ? null : masked(bsn),
});
