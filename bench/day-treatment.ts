import { seeded } from '#kernel/seeded.ts';
import { orderHalfDay } from '#planning/rota/order.ts';
import { shapesOf } from '#planning/rota/order-shape.ts';
import { type Effort, startPlanning } from '#planning/rota/plan.ts';
import type { Orderable, Rota, RotaPlan, ToSeat } from '#planning/rota/types.ts';
import { checkPlan, type PlainVisit } from './day-treatment/check.ts';
import { type InstanceKey, makeInstance } from './day-treatment/instance.ts';
import { type PeerAnswer, solveWithHighs } from './day-treatment/model-highs.ts';
import { atMost, besidePeer, type Figure } from './figure.ts';

const SEED = 1;
const QUARTER = 13;
const YEAR = 40;
/** How long HiGHS may look for a whole plan; its relaxation takes what it takes. */
const PEER_SECONDS = 60;

/** How much work ours does: about one CPU second, about ten, about sixty; a quarter may look longer at each course. */
const EFFORTS = {
  loose: { [QUARTER]: { steps: 60, rounds: 4_000 }, [YEAR]: { steps: 15, rounds: 2_000 } },
  tight: { [QUARTER]: { steps: 300, rounds: 80_000 }, [YEAR]: { steps: 150, rounds: 45_000 } },
} satisfies Record<string, Readonly<Record<number, Effort>>>;
const LONG: Effort = { steps: 400, rounds: 320_000 };

interface Ours {
  readonly plan: RotaPlan;
  readonly seconds: number;
}

const planWith = (rota: Rota, effort: Effort, orderable: Orderable | null): Ours => {
  const before = process.cpuUsage();
  const planner = startPlanning(rota, { effort, chance: seeded(SEED), orderable });
  while (!planner.done()) planner.step();
  const { user, system } = process.cpuUsage(before);
  return { plan: planner.plan(), seconds: (user + system) / 1_000_000 };
};

const effortOf = ({ tightness, weeks }: InstanceKey): Effort =>
  weeks === QUARTER ? EFFORTS[tightness][QUARTER] : EFFORTS[tightness][YEAR];

const above = (cost: number, bound: number): number => 100 * (cost / bound - 1);

const nameOf = ({ tightness, weeks }: InstanceKey): string =>
  `day-treatment-${tightness}-${weeks === QUARTER ? 'quarter' : '40-weeks'}`;

/** Nothing is worth a figure when a bound is no bound. */
const mustBeBound = (key: InstanceKey, { lp, complete }: PeerAnswer, { plan }: Ours): void => {
  if (plan.cost < lp - 1e-6 || (complete && plan.bound > lp + 1e-6))
    throw new Error(`${nameOf(key)}: relaxation ${lp}, our bound ${plan.bound}, our cost ${plan.cost}`);
};

const said = (key: InstanceKey, peer: PeerAnswer, { plan, seconds }: Ours): string =>
  [
    `# ${nameOf(key)}: lp ${peer.lp.toFixed(1)} in ${peer.lpSeconds.toFixed(1)} s;`,
    `highs ${peer.cost ?? 'none'} in ${peer.milpSeconds.toFixed(1)} s more;`,
    `ours ${plan.cost}, proven ${plan.bound.toFixed(1)}, in ${seconds.toFixed(1)} s,`,
    `without ${plan.patterns.filter((each) => typeof each === 'string').length}`,
  ].join(' ');

const compare = async (key: InstanceKey): Promise<Figure[]> => {
  const rota = makeInstance(key);
  const ours = planWith(rota, effortOf(key), null);
  const peer = await solveWithHighs(rota, PEER_SECONDS);
  mustBeBound(key, peer, ours);
  console.log(said(key, peer, ours));
  const [name, loose] = [nameOf(key), key.tightness === 'loose'];
  const figures = [
    atMost(`${name}-above-lp`, above(ours.plan.cost, peer.lp), '%', loose ? 0.5 : 2.5),
    atMost(`${name}-cpu`, ours.seconds, 'cpu-s', loose ? 1 : 10),
    besidePeer(
      {
        ...{ name: `${name}-beside-highs`, unit: '% above lp', better: 'lower', peer: 'highs-wasm' },
        value: above(ours.plan.cost, peer.lp),
        peerValue: peer.cost === null ? Number.POSITIVE_INFINITY : above(peer.cost, peer.lp),
      },
      1,
    ),
  ];
  if (loose || key.weeks === QUARTER) return figures;
  const long = planWith(rota, LONG, null);
  mustBeBound(key, peer, long);
  console.log(said(key, peer, long));
  // Who may look six times as long must find something better.
  const most = above(ours.plan.cost, peer.lp);
  return [...figures, atMost(`${name}-long-above-lp`, above(long.plan.cost, peer.lp), '%', most)];
};

const insideOf = ({ patterns }: RotaPlan, halfDays: number): ToSeat[][] => {
  const inside: ToSeat[][] = Array.from({ length: halfDays }, () => []);
  for (const [course, pattern] of patterns.entries())
    if (typeof pattern !== 'string')
      for (const [visit, halfDay] of pattern.entries()) inside[halfDay]?.push({ course, visit });
  return inside;
};

/** A tight quarter down to the chair, judged by the checker that shares nothing with the planner. */
const toTheChair = (): Figure[] => {
  const rota = makeInstance({ seed: SEED, tightness: 'tight', weeks: QUARTER });
  const shapes = shapesOf(rota.treatments);
  const order = (halfDay: number, visits: readonly ToSeat[]) =>
    orderHalfDay({ rota, shapes, halfDay, visits }, seeded(SEED));
  const { plan, seconds } = planWith(
    rota,
    EFFORTS.tight[QUARTER],
    (halfDay, visits) => order(halfDay, visits).ok,
  );
  const visits = insideOf(plan, rota.halfDays.length).flatMap((inside, halfDay): PlainVisit[] => {
    if (inside.length === 0) return [];
    const ordered = order(halfDay, inside);
    if (!ordered.ok) throw new Error(`half-day ${halfDay} has no order`);
    return ordered.value.seated.map((seated) => ({ ...seated, halfDay }));
  });
  const wrong = checkPlan(rota, { visits, cost: plan.cost, bound: plan.bound });
  if (wrong.length > 0)
    throw new Error(`the checker says ${wrong.length} are wrong, first ${wrong[0]?.wrong}`);
  return [
    atMost('day-treatment-ordered-above-bound', above(plan.cost, plan.bound), '%', 5),
    atMost('day-treatment-ordered-cpu', seconds, 'cpu-s', 20),
  ];
};

/**
 * The published instances of the day treatment (`day-treatment/instance.ts`): how far a plan stands above the linear
 * relaxation over all patterns, and what it took. HiGHS makes the relaxation, from patterns made as it asks for them,
 * and then looks for a whole plan on them.
 */
export const run = async (): Promise<Figure[]> => {
  const figures = toTheChair();
  for (const tightness of ['loose', 'tight'] as const)
    for (const weeks of [QUARTER, YEAR]) figures.push(...(await compare({ seed: SEED, tightness, weeks })));
  return figures;
};
