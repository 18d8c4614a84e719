import { localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { type Chance, seeded } from '#kernel/seeded.ts';
import { REGION_ZONE, writeRegion } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { first } from '#platform/db/sql.ts';
import { nextAmong } from './beds.ts';
import { ROSTER_AHEAD } from './region.ts';
import { rosterOf } from './roster.ts';
import { answerOwn, answerVisitor, runOutOfTime } from './rules-answers.ts';
import { hospitalTells, teamTells } from './rules-aside.ts';
import { arrival, departure, expectation } from './rules-beds.ts';
import { dayAsks, dayGives, dayPlans, dayRota } from './rules-day.ts';
import { isQuiet, linkSpeaks, turnsChange, wardConfirms } from './rules-figures.ts';
import { deskLooks, mayAsk, mustAsk, wardReads } from './rules-requests.ts';
import { small } from './rules-small.ts';
import { type Happening, type Rule, type Scene, sceneAt } from './scene.ts';
import { liveStage, type Stage } from './stage.ts';

/** What a living region needs. */
export interface LivingParts {
  readonly database: Database;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly seed: number;
  readonly committed: () => void;
  /** Told when something was refused that should not have been. */
  readonly refused: (refusal: Refusal, at: Instant) => void;
}

/** A region that can live on, one happening at a time. */
export interface Living {
  /** Something happens at this moment; answers what (the name of its rule), null when there is nothing to do. */
  step(now: Instant): Promise<string | null>;
  /** Everything that is due at this moment happens, one thing of each kind; answers how many. For catching up. */
  stride(now: Instant): Promise<number>;
  /** Is anybody signed in? */
  watched(): boolean;
  /** When somebody of the region last did something; null when never. */
  lastAct(): Promise<Instant | null>;
}

const DUE: Readonly<Record<string, Rule>> = {
  answerVisitor,
  runOutOfTime,
  mustAsk,
  turnsChange,
  linkSpeaks,
  wardConfirms,
  hospitalTells,
  teamTells,
  wardReads,
  answerOwn,
  arrival,
  expectation,
  departure,
  deskLooks,
  dayGives,
  dayAsks,
  dayRota,
  dayPlans,
};
/** What happens when nothing is due. */
const WHEN_QUIET: Readonly<Record<string, Rule>> = { mayAsk, small };

/** By these the region itself asks for a place. */
const ASKS = new Set(['mustAsk', 'mayAsk']);

/** A visitor was a moment earlier, or the bed is no longer what it was when we looked: that happens in any region. */
const EXPECTED = new Set([
  'version-stale',
  'offer-not-open',
  'offer-expired',
  'request-not-open',
  'already-accepted',
  'already-asked',
  'already-arrived',
  'claim-ended',
  'place-taken',
  'bed-occupied',
]);

/** A ward whose figure is old on purpose is not asked by itself either. */
const leaveQuiet = (scene: Scene): Scene => {
  const looks = new Map([...scene.looks].filter(([unitId]) => !isQuiet(scene, unitId)));
  return { ...scene, world: { ...scene.world, nextPlaces: nextAmong(async () => looks, scene.region) } };
};

/** The roster reaches at least four weeks ahead. */
const LEAST_AHEAD = 28;

const extendRoster = async (database: Database, region: Region, now: Instant): Promise<void> => {
  const today = localDay(now, REGION_ZONE);
  const last = region.duties.reduce((day, duty) => (duty.day > day ? duty.day : day), today);
  if (last >= plusDays(today, LEAST_AHEAD)) return;
  const duties = rosterOf(today, plusDays(today, ROSTER_AHEAD));
  await database.transaction({ actor: 'roster', organisationId: null }, (tx) =>
    writeRegion(tx, { duties }, { actor: 'roster', now }),
  );
};

/** One scene knows one next resident, so only one of these asks. */
const firstOf =
  (...rules: readonly Rule[]): Rule =>
  (scene) => {
    for (const rule of rules) {
      const happening = rule(scene);
      if (happening !== null) return happening;
    }
    return null;
  };

const choose = (scene: Scene, rules: Readonly<Record<string, Rule>>) => {
  for (const [name, rule] of Object.entries(rules)) {
    const happening = rule(scene);
    if (happening !== null) return { name, happening };
  }
  return null;
};

/** Opens a region for living. Everything it does goes through the services, in the name of one of its people. */
export const openLiving = (parts: LivingParts): Living => {
  const { database, regionOf, seed, committed } = parts;
  const stage: Stage = liveStage(database, regionOf, committed);
  const own = new Set<string>();
  let chance: Chance | null = null;
  let watched = false;

  const see = async (now: Instant): Promise<Scene> => {
    chance ??= seeded(seed + Math.floor(now / 1_000));
    const eyes = { stage, chance, seed, own };
    const region = await database.transaction({ actor: 'clock', organisationId: null }, regionOf);
    await extendRoster(database, region, now);
    const acting = { actor: 'clock', organisationId: region.agreement.deskOrganisationId };
    const scene = leaveQuiet(await database.transaction(acting, (tx) => sceneAt(tx, region, eyes, now)));
    watched = scene.visitors.busy.size > 0;
    return scene;
  };
  const happen = async (name: string, happening: Happening, now: Instant): Promise<void> => {
    const result = await happening();
    if (result.ok) {
      if (ASKS.has(name)) remember(result.value, own);
    } else if (!EXPECTED.has(result.refusal.code)) parts.refused(result.refusal, now);
  };
  return {
    watched: () => watched,
    async lastAct() {
      const row = await database.transaction(byHouse('tailer'), (tx) =>
        // The house itself sweeps what ran out as soon as it starts: that is nobody's doing.
        first<{ at: Instant }>(
          tx,
          "select at from platform_diary where actor <> 'system' order by id desc limit 1",
        ),
      );
      return row?.at ?? null;
    },
    async step(now) {
      const scene = await see(now);
      const chosen = choose(scene, DUE) ?? choose(scene, WHEN_QUIET);
      if (chosen === null) return null;
      await happen(chosen.name, chosen.happening, now);
      return chosen.name;
    },
    async stride(now) {
      const scene = await see(now);
      // One look for several happenings: two that bite each other are refused by the services, as for anybody.
      const due = Object.entries({ ...DUE, mustAsk: firstOf(mustAsk, mayAsk) })
        .map(([name, rule]) => ({ name, happening: rule(scene) }))
        .flatMap(({ name, happening }) => (happening === null ? [] : [{ name, happening }]));
      for (const { name, happening } of due) await happen(name, happening, now);
      return due.length;
    },
  };
};

/** A request this clock sent itself is no visitor's, whoever is signed in as its sender. */
const remember = (value: unknown, own: Set<string>): void => {
  if (typeof value !== 'object' || value === null || !('request' in value)) return;
  const { request } = value as { request: { id: string } };
  own.add(request.id);
};
