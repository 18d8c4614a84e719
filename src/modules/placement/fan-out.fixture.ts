import type { Agreement } from '#modules/region/types.ts';
import { rows } from '#platform/db/sql.ts';
import { type Asking, ask, must, NOW, nowhere, openAsking, yes } from './asking.fixture.ts';
import type { Case } from './case.ts';
import { acceptOffer, type Yes } from './service-accept.ts';
import { askAgain, proposeAlternative } from './service-alternative.ts';
import type { NextPlaces } from './service-next.ts';
import { refuseOffer } from './service-no.ts';
import { type SentRequest, sendRequest } from './service-request.ts';
import type { OfferRefusal } from './types.ts';

/** What a service answered: done, or the code of its refusal. */
export const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  result.ok ? 'done' : result.refusal.code;

/** The states of the offers, the oldest first. */
export const states = (found: Case): string[] => found.offers.map(({ state }) => state);

/** A claim as it stands in the table. */
const claimOf = async (house: Asking['house'], id: string | null) => {
  const [row] = await house.as(house.small.desk, (tx) =>
    rows<{ kind: string; from: number; expires: number | null; version: number; released: boolean }>(
      tx,
      `select kind, lower(during) as from, expires_at as expires, version, released_at is not null as released
       from capacity_claim where id = $1`,
      [id],
    ),
  );
  return row;
};

/** The small house with two homes that are asked one after the other, under an agreement that a story may change. */
export const openFanOut = async (placesPerUnit = 60) => {
  const asking: Asking = await openAsking(placesPerUnit);
  const { house, freshPlace, view } = asking;
  const agreed = (change: Partial<Agreement>): void => {
    Object.assign(house.region.agreement, { autoNext: true, choice: 'first', waitingList: true, ...change });
  };
  /** Everything fits at these, in this order. */
  const at =
    (...places: readonly string[]): NextPlaces =>
    async (_, __, tried) =>
      places
        .map((placeId) => ({
          placeId,
          unitId: house.small.units[house.small.places[0].includes(placeId) ? 0 : 1],
        }))
        .filter(({ unitId }) => !tried.has(unitId));
  const send = async (change: Partial<SentRequest>, find: NextPlaces = nowhere): Promise<Case> =>
    must(
      await house.as(house.small.gp, (tx, doing) =>
        sendRequest(tx, ask({ askNext: true, ...change }), find, doing),
      ),
    );
  const idOf = (found: Case, home = 0): string =>
    found.offers.find(({ unitId, state }) => unitId === house.small.units[home] && state !== 'refused')?.id ??
    '';
  const byWard = (home: number) => house.small.wards[home === 1 ? 1 : 0];
  const accept = (found: Case, home = 0, change: Partial<Yes> = {}, now = NOW) =>
    house.as(
      byWard(home),
      (tx, doing) => acceptOffer(tx, idOf(found, home), { ...yes, ...change }, doing),
      now,
    );
  const refuse = (found: Case, find: NextPlaces, code: OfferRefusal = 'no-staff', home = 0, now = NOW) =>
    house.as(
      byWard(home),
      (tx, doing) => refuseOffer(tx, idOf(found, home), { code, text: '' }, find, doing),
      now,
    );
  const later = (found: Case, from: number, now = NOW) =>
    house.as(
      house.small.wards[0],
      (tx, doing) => proposeAlternative(tx, idOf(found), { from, text: 'eerst schilderen' }, doing),
      now,
    );
  const again = (found: Case, now = NOW) =>
    house.as(house.small.gp, (tx, doing) => askAgain(tx, idOf(found), doing), now);
  const claim = (id: string | null) => claimOf(house, id);
  return { house, freshPlace, view, agreed, at, send, idOf, accept, refuse, later, again, claim };
};
