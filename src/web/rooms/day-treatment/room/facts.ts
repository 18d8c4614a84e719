import type { DayRoom, RoomBody } from '#modules/day-treatment/contract.ts';

type ChairSaid = RoomBody['chairs'][number];

/** A chair as it is changed; `key` stays while its number is typed. */
export interface DraftChair extends ChairSaid {
  readonly key: string;
}

/** The facts of a room as they are typed: what is at hand stands line by line. */
export interface Draft {
  readonly chairs: readonly DraftChair[];
  readonly emergency: string;
  readonly route: string;
}

/** The facts as they stand, ready to be changed. */
export const draftOf = ({
  chairs,
  emergency,
  route,
}: Pick<DayRoom, 'chairs' | 'emergency' | 'route'>): Draft => ({
  chairs: chairs.map(({ id, code, room, lying }) => ({ key: id, code, room, lying })),
  emergency: emergency.join('\n'),
  route: route ?? '',
});

/** What is sent. */
export const bodyOf = ({ chairs, emergency, route }: Draft): RoomBody => ({
  chairs: chairs.map(({ code, room, lying }) => ({ code: code.trim(), room, lying })),
  emergency: emergency
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
  route: route.trim() === '' ? null : route.trim(),
});

/** Numbers that stand on more than one chair. */
export const twice = ({ chairs }: Pick<Draft, 'chairs'>): string[] => {
  const codes = chairs.map(({ code }) => code.trim()).filter((code) => code !== '');
  return [...new Set(codes.filter((code, n) => codes.indexOf(code) !== n))];
};

/** A chair more, with the number after the last. */
export const withOneMore = (chairs: readonly DraftChair[], key: string): DraftChair[] => {
  const [, letters = '', digits = '0'] = /^(\D*)(\d*)$/.exec(chairs.at(-1)?.code.trim() ?? '') ?? [];
  const taken = new Set(chairs.map(({ code }) => code.trim()));
  let number = Number(digits) + 1;
  while (taken.has(`${letters}${number}`)) number += 1;
  return [...chairs, { key, code: `${letters}${number}`, room: 'living', lying: false }];
};
