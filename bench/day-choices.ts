import { instantOf, plusDays } from '#kernel/calendar.ts';
import type { Choices, DayPlan, PlanTaken } from '#modules/day-treatment/contract.ts';
import { openFullRoom } from './day-choices/room.ts';
import { atMost, type Figure, median } from './figure.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 7 * 60, 'Europe/Amsterdam');
const WARM = 20;
const ROUNDS = 180;
const PLAN_DAYS = 28;
const POLL_MS = 50;

type Room = Awaited<ReturnType<typeof openFullRoom>>;

const asPlanner = ({ day }: Room) => ({
  async get<T>(url: string): Promise<T> {
    const answer = await day.house.call(day.planner, 'GET', `/api/v1${url}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<T>();
  },
  async post<T>(url: string, body: object): Promise<T> {
    const answer = await day.house.post(day.planner, url, body);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<T>();
  },
});

/** Three moments for one person, asked over HTTP in the name of the planner, one after the other. */
const choices = async (room: Room): Promise<Figure[]> => {
  const { get } = asPlanner(room);
  const took: number[] = [];
  for (let round = 0; round < WARM + ROUNDS; round++) {
    const began = performance.now();
    const found = await get<Choices>(`/visits/${room.waiting[round % room.waiting.length]}/choices`);
    if (found.choices.length !== 3) throw new Error(`${found.choices.length} choices, ${found.none}`);
    if (round >= WARM) took.push(performance.now() - began);
  }
  const p95 = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? Number.NaN;
  return [
    atMost('day-choices-http-p50', median(took), 'ms', 25),
    atMost('day-choices-http-p95', p95, 'ms', 50),
  ];
};

/** A plan of the coming four weeks in which everybody who waits gets a moment, taken over HTTP. */
const taking = async (room: Room): Promise<Figure[]> => {
  const { get, post } = asPlanner(room);
  const span = { from: TODAY, until: plusDays(TODAY, PLAN_DAYS) };
  const { planId } = await post<{ planId: string }>(`/day-rooms/${room.day.unitId}/plans`, span);
  let plan = await get<DayPlan>(`/plans/${planId}`);
  while (plan.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    plan = await get<DayPlan>(`/plans/${planId}`);
  }
  const began = performance.now();
  const { kept, refused } = await post<PlanTaken>(`/plans/${planId}/take`, {});
  const seconds = (performance.now() - began) / 1_000;
  if (kept.length < room.waiting.length * 0.9)
    throw new Error(`${kept.length} kept, ${refused.length} refused`);
  return [atMost('day-plan-take', seconds, 's', 1)];
};

/** A room of ten half-days a week with half a year planned for 240 people and sixty who wait: one person, and all of them. */
export const run = async (): Promise<Figure[]> => {
  const room = await openFullRoom(NOW, TODAY);
  const figures = [...(await choices(room)), ...(await taking(room))];
  await room.day.house.close();
  return figures;
};
