import { openSmallHouse, type SmallHouse } from '#demo/small-house.ts';
import type { Professional } from '#modules/region/types.ts';
import type { Case } from './case.ts';
import type { RequestView } from './contract.ts';
import { dueSteps, takeDueStep } from './follow.ts';
import type { NextPlaces } from './service-next.ts';
import { type SentRequest, sendRequest } from './service-request.ts';
import { usualAnswers } from './types.ts';
import { viewRequests } from './view.ts';

/** A Monday morning. */
export const NOW = Date.parse('2026-11-23T10:00:00Z');

/** Somebody who fell in the kitchen, asked by the GP. */
export const ask = (change: Partial<SentRequest> = {}): SentRequest => ({
  person: {
    name: 'Geertje Hofsteenge',
    birthDate: '1941-05-02',
    sex: 'female',
    bsn: null,
    pc4: '9405',
    phone: null,
    gpName: null,
    kinName: null,
    kinPhone: null,
  },
  profile: {
    reason: 'recovery',
    weight: 'high',
    urgency: 'today',
    needs: [],
    traits: ['fall-risk'],
    language: null,
    legalTitle: null,
    uzovi: null,
    origin: 'home',
  },
  wantedFrom: NOW,
  callbackPhone: '0592-00 17 20',
  remarks: 'Gevallen in de keuken',
  wish: '',
  homePc4: null,
  partnerPc4: null,
  areaPc4: null,
  placeIds: [],
  candidates: [],
  askNext: false,
  triage: {
    version: 1,
    answers: usualAnswers(change.profile ?? { reason: 'recovery', weight: 'high' }),
    deviation: '',
  },
  // Stories ask for the same person again and again; the one about that says otherwise.
  second: true,
  ...change,
});

/** What a service answered, when it may not refuse. */
export const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

/** A yes without wishes of its own. */
export const yes = { doctor: 'dr. Oefen', placeId: null, product: null, arrivalFrom: null, extra: null };

/** Nothing else fits: stories in which nobody is asked by itself. */
export const nowhere: NextPlaces = async () => [];

/** What time does by itself: silence becomes a no, and a choice that nobody made is made. */
export const sweep = async (house: SmallHouse, at: number, find: NextPlaces = nowhere): Promise<void> => {
  const steps = await house.as(house.small.desk, dueSteps, at);
  for (const step of steps)
    await house.as(house.small.desk, (tx, doing) => takeDueStep(tx, step, find, doing), at);
};

/** The small house with the ways in which these stories ask and look. */
export interface Asking {
  readonly house: SmallHouse;
  /** A bed that no other story uses. */
  readonly freshPlace: (home?: number) => string;
  readonly send: (change?: Partial<SentRequest>) => Promise<Case>;
  readonly view: (who: Professional, id: string, now?: number) => Promise<RequestView | undefined>;
}

/** Opens it on a database of its own. */
export const openAsking = async (placesPerUnit = 60): Promise<Asking> => {
  const house = await openSmallHouse({ now: NOW, placesPerUnit });
  let next = 0;
  return {
    house,
    freshPlace: (home = 0) => house.small.places[home]?.[next++] as string,
    send: async (change = {}) =>
      must(await house.as(house.small.gp, (tx, doing) => sendRequest(tx, ask(change), nowhere, doing))),
    view: async (who, id, now = NOW) => {
      const views = await house.as(
        who,
        (tx, { actor, region }) =>
          viewRequests(tx, { organisationId: actor.organisationId, now, region }, [id]),
        now,
      );
      return views[0];
    },
  };
};
