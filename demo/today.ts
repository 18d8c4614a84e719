import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Origin } from '#modules/placement/types.ts';
import { ask, confirm, sayYes, shut } from './acts.ts';
import { looksAt } from './beds.ts';
import { atClock, must, nextClock, type Past, within } from './past.ts';
import { type PlacementPlan, planPlacement, sendTo } from './placement-plan.ts';
import { referrerFor } from './referrers.ts';
import { expectAt } from './residents.ts';
import { SHAPES } from './shape.ts';
import { unitOf } from './sites.ts';
import { type Story, storyFor } from './stories.ts';

const LIJSTERBES = unitOf('peelo-lijsterbes').id;

/** A request that is open when the history ends: sent so long ago, and at which ward, or at the desk. */
interface Open {
  readonly product: Product;
  readonly origin: Origin;
  readonly ago: number;
  readonly at: string | null;
  readonly story: Partial<Story>;
}

const OPEN: readonly Open[] = [
  {
    product: 'grz',
    origin: 'hospital',
    ago: 6 * HOUR + 48 * MINUTE,
    at: null,
    story: { urgency: 'within-72-hours' },
  },
  {
    product: 'respite',
    origin: 'home',
    ago: 3 * HOUR + 55 * MINUTE,
    at: null,
    story: { urgency: 'within-72-hours' },
  },
  {
    product: 'reo-observation',
    origin: 'home',
    ago: 106 * MINUTE,
    at: null,
    story: {
      urgency: 'today',
      traits: ['fall-risk', 'restless', 'partner'],
      remarks:
        'Valt sinds drie weken en eet slecht. De partner kan het niet meer aan. Wat is er aan de hand, en wat is nodig om thuis te blijven?',
      wish: 'dicht bij de partner',
    },
  },
  {
    product: 'elv-high',
    origin: 'emergency',
    ago: 39 * MINUTE,
    at: 'weerhuis-hunze',
    story: { urgency: 'today' },
  },
  {
    product: 'elv-low',
    origin: 'home',
    ago: 24 * MINUTE,
    at: 'kanaalhuis-waterkant',
    story: { urgency: 'today' },
  },
  {
    product: 'reo-observation',
    origin: 'emergency',
    ago: 17 * MINUTE,
    at: 'kloosterhof-gaarde',
    story: { urgency: 'today' },
  },
  {
    product: 'elv-high',
    origin: 'home',
    ago: 16 * MINUTE,
    at: 'marsdijk-weide',
    // Nobody knows how heavy the care is: the specialist is asked.
    story: {
      weight: 'unknown',
      urgency: 'today',
      traits: ['fall-risk'],
      remarks: 'Meerdere problemen tegelijk: duizelig, afgevallen, medicijnen lopen door elkaar.',
    },
  },
  {
    product: 'elv-high',
    origin: 'home',
    ago: 3 * MINUTE,
    at: 'peelo-lijsterbes',
    story: {
      urgency: 'today',
      traits: ['fall-risk'],
      remarks: 'Gevallen in huis, heup gekneusd, diabetes met insuline. Kan de nacht niet alleen zijn.',
    },
  },
];

const planOpen = (past: Past): void => {
  for (const { ago, at: ward, product, origin, story } of OPEN) {
    past.agenda.add(past.now - ago, async (at) => {
      const unitId = ward === null ? null : unitOf(ward).id;
      const sent =
        unitId === null ? null : await sendTo(past, { product, unitId, origin, story, arrivalFrom: at }, at);
      if (sent !== null) return;
      const person = past.nextPerson();
      const question = { ...storyFor(past.chance, product, person.sex), ...story };
      const by = referrerFor(past.cast, past.chance, origin);
      must(
        await ask(past, at, { by, person, origin, story: question, wantedFrom: at, placeIds: [] }),
        'send a request',
      );
    });
  }
};

/** People who have a yes and are on their way. */
const planComing = (past: Past): void => {
  const coming = (product: Product, unitId: string, arrivalFrom: Instant, origin: Origin): PlacementPlan => {
    const stretch = past.shaping(unitId);
    const sentAt = Math.min(within(stretch, 0.72), past.now - 2 * HOUR);
    return { product, unitId, sentAt, yesAt: sentAt + 24 * MINUTE, arrivalFrom, arrivesAt: null, origin };
  };
  const early = nextClock(past.now, [810, 1140], 70 * MINUTE);
  planPlacement(past, coming('elv-high', LIJSTERBES, early, 'hospital'));
  const later = nextClock(past.now, [870, 1080], 100 * MINUTE);
  planPlacement(past, coming('elv-palliative', unitOf('lichtpunt').id, later, 'home'));
};

/** Behind somebody who stays beyond the expected end a next one is planned: that bed is lost, and everybody can see it. */
const planDisplaced = (past: Past): void => {
  const arrivalFrom = nextClock(past.now, [900, 1200], 2 * HOUR);
  past.agenda.add(past.now - 2 * DAY - 22 * HOUR, async (at) => {
    const first = [...past.residents.values()].find((each) => each.unitId === LIJSTERBES && each.stays);
    if (first === undefined) return;
    const plan = {
      product: 'elv-high',
      unitId: LIJSTERBES,
      placeId: first.placeId,
      arrivalFrom,
      origin: 'hospital',
    } as const;
    const sent = await sendTo(past, { ...plan, story: { urgency: 'planned' } }, at);
    const asked = sent?.offers[0];
    if (sent === null || asked === undefined) return;
    past.agenda.add(at + 31 * MINUTE, async (when) => {
      must(await sayYes(past, when, asked, { request: sent.request, arrivalFrom }), 'say yes');
    });
  });
};

const closeFree = (
  past: Past,
  unit: string,
  closed: { reason: 'maintenance' | 'isolation'; until: Instant },
): void => {
  const unitId = unitOf(unit).id;
  past.agenda.add(within(past.shaping(unitId), 0.55), async (at) => {
    const look = (await looksAt(past.tx, past.region, [unitId], at)).get(unitId);
    // The last bed with nobody in it and nobody coming; it may still be cleaned.
    const taken = new Set(
      look?.facts.claims.filter((each) => each.kind !== 'cleaning').map((each) => each.placeId),
    );
    const free = look?.facts.places.findLast((place) => !taken.has(place.id));
    if (free !== undefined)
      must(await shut(past, at, { unitId, placeId: free.id, ...closed }), 'close a bed');
  });
};

const planClosed = (past: Past): void => {
  closeFree(past, 'peelo-lijsterbes', { reason: 'maintenance', until: atClock(past.now + DAY, 16 * 60) });
  closeFree(past, 'marsdijk-weide', { reason: 'isolation', until: atClock(past.now + 3 * DAY, 12 * 60) });
  past.agenda.add(past.now - 50 * MINUTE, async (at) => {
    const until = nextClock(past.now, [900, 1320, 480], 90 * MINUTE);
    must(
      await shut(past, at, {
        unitId: unitOf('larikshof-linde').id,
        placeId: null,
        reason: 'no-staff',
        until,
      }),
      'close a bed',
    );
  });
};

/** Work says something of one bed only: it keeps a figure fresh that the ward itself stood by this morning. */
const TAPPED_BEFORE_WORK = 3 * HOUR + 39 * MINUTE;

/** The last word of every ward about its figures; where the work speaks, an expected end is looked at once more. */
const planLastWords = (past: Past): void => {
  for (const { unitId, figure } of SHAPES) {
    if (figure.source === 'work')
      past.agenda.add(past.now - TAPPED_BEFORE_WORK, async (at) => {
        must(await confirm(past, at, [unitId], 'tap'), 'confirm figures');
      });
    past.agenda.add(past.now - figure.age, async (at) => {
      if (figure.source !== 'work') {
        must(await confirm(past, at, [unitId], figure.source), 'confirm figures');
        return;
      }
      const one = [...past.residents.values()].find((each) => each.unitId === unitId && !each.stays);
      if (one !== undefined) await expectAt(past, one, { at, until: one.expectedEnd, latest: null });
    });
  }
};

/** What is going on at the moment the region is opened. */
export const planToday = (past: Past): void => {
  planDisplaced(past);
  planClosed(past);
  planComing(past);
  planOpen(past);
  planLastWords(past);
};
