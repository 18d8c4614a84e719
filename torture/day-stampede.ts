import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import type { Choice, Choices } from '#modules/day-treatment/contract.ts';
import { type AskedRoom, openAskedRoom } from './day/room.ts';
import type { Reply } from './house/caller.ts';
import { dayFaultsIn } from './house/judge-day.ts';

/** How a stampede for chairs and nurses went. */
export interface DayStampede {
  readonly people: number;
  /** Who has a moment, and who was told that there is none left. */
  readonly placed: number;
  readonly full: number;
  /** What is wrong with the half-days afterwards. */
  readonly faults: readonly string[];
  /** Answers 5xx, or none. */
  readonly errors: number;
  /** Of all who wanted the very same chairs, nurse and minute at one moment: how many got them. */
  readonly winners: number;
}

/** Who lost so often that they still have no moment gives up; that is none of them. */
const TRIES = 400;

const placeOf = ({ halfDayId, start, chairs, nurse }: Choice) => ({
  ...{ halfDayId, start, nurseId: nurse.id },
  chairs: chairs.map(({ id }) => id),
});

const isError = ({ status }: Reply): boolean => status === 0 || status >= 500;

/** One planner gives one person a moment: looks, tries, and looks again as long as others are first. */
const place = async ({ caller, planner: token }: AskedRoom, visit: string) => {
  let errors = 0;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const seen = await caller.ask({ method: 'GET', path: `/visits/${visit}/choices`, token });
    errors += Number(isError(seen));
    const { choices } = seen.body as unknown as Choices;
    const choice = choices?.[attempt % Math.max(1, choices.length)];
    if (choice === undefined) return { outcome: 'full' as const, errors };
    const version = choice.halfDayVersion;
    const done = await caller.ask({ path: `/visits/${visit}/plan`, body: placeOf(choice), token, version });
    errors += Number(isError(done));
    if (done.status === 200) return { outcome: 'placed' as const, errors };
  }
  return { outcome: 'gave-up' as const, errors };
};

/** Everybody asks for one place at one moment; each half-day of a round is empty before it. */
const blast = async (
  room: AskedRoom,
  visits: readonly string[],
): Promise<{ winners: number; errors: number }> => {
  const { caller, planner: token } = room;
  const seen = await caller.ask({ method: 'GET', path: `/visits/${visits[0]}/choices`, token });
  const [choice] = (seen.body as unknown as Choices).choices;
  if (choice === undefined) throw new Error('nothing is free before anybody asked');
  const aimed = await Promise.all(
    visits.map((visit) =>
      caller.aim({
        ...{ path: `/visits/${visit}/plan`, body: placeOf(choice), token },
        version: choice.halfDayVersion,
      }),
    ),
  );
  const replies = await Promise.all(aimed.map((fire) => fire()));
  return {
    winners: replies.filter(({ status }) => status === 200).length,
    errors: replies.filter(isError).length,
  };
};

/** So many planners at once: first all for the very same place, then each for any place in the same four half-days. */
export const dayStampede = async (
  people: number,
  look: (room: AskedRoom) => Promise<void> = async () => undefined,
): Promise<DayStampede> => {
  const room = await openAskedRoom(people, people);
  const shot = await blast(room, room.visits);
  const { rows: waiting } = await room.day.house.owner.query<{ id: string }>(
    "select id from day_treatment_visit where state = 'to-plan' order by id",
  );
  const went = await Promise.all(waiting.map(({ id }) => place(room, id)));
  const faults = await dayFaultsIn(room.day.house.url);
  await look(room);
  await room.close();
  const count = (outcome: string): number => went.filter((each) => each.outcome === outcome).length;
  return {
    ...{ people, faults, winners: shot.winners },
    ...{ placed: count('placed') + shot.winners, full: count('full') },
    errors: went.reduce((sum, each) => sum + each.errors, shot.errors),
  };
};

/** More planners than there is room for; nothing is promised twice, and everybody hears where they stand. */
export const run = async (people = 120): Promise<Figure[]> => {
  const went = await dayStampede(people);
  for (const fault of went.faults) console.error(`wrong: ${fault}`);
  return [
    atMost('day-stampede-faults', went.faults.length, 'promises', 0),
    atMost('day-stampede-5xx', went.errors, 'answers', 0),
    atMost('day-stampede-winners', went.winners, 'people', 1),
    atLeast('day-stampede-placed', went.placed, 'people', Math.min(people, 60)),
    atLeast('day-stampede-told', went.placed + went.full, 'people', people),
  ];
};
