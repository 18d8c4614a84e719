/** How much is left of each kind of thing (chairs of a room, nurses) at every step of five minutes, half-days end to end. */
export interface Line {
  readonly steps: number;
  readonly kinds: number;
  /** What is left of a kind at a step: `left[kind * steps + step]`. */
  readonly left: Int32Array;
}

/** What a visit takes while it lasts, as rows of four: which kind, from which step after its start, until which, how much. */
export type Needs = Int32Array;

/** How many numbers one need takes. */
export const NEED = 4;

/** Whether everything a visit takes is still there when it starts at this step. */
export const fits = ({ left, steps }: Line, needs: Needs, start: number): boolean => {
  for (let at = 0; at < needs.length; at += NEED) {
    const row = (needs[at] as number) * steps + start;
    const until = row + (needs[at + 2] as number);
    const amount = needs[at + 3] as number;
    for (let step = row + (needs[at + 1] as number); step < until; step++)
      if ((left[step] as number) < amount) return false;
  }
  return true;
};

/** Takes (`times` 1) or gives back (`times` -1) what a visit takes when it starts at this step. */
export const take = ({ left, steps }: Line, needs: Needs, start: number, times: 1 | -1): void => {
  for (let at = 0; at < needs.length; at += NEED) {
    const row = (needs[at] as number) * steps + start;
    const until = row + (needs[at + 2] as number);
    const amount = times * (needs[at + 3] as number);
    for (let step = row + (needs[at + 1] as number); step < until; step++)
      left[step] = (left[step] as number) - amount;
  }
};
