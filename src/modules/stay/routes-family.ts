import { isoFromInstant } from '#kernel/calendar.ts';
import { ok } from '#kernel/result.ts';
import { answeredToVisitor, schemaForVisitor, visit, visitorAs } from '#modules/people/index.ts';
import type { Visitor } from '#modules/people/types.ts';
import { writeLooks } from '#platform/access-log/store.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Door } from '#platform/http/route.ts';
import { FamilyView } from './contract-family.ts';
import { stayPolicies as may } from './policy.ts';
import type { StayParts } from './routes-answer.ts';
import { familyStay } from './store-family.ts';
import { viewFamily } from './view-family.ts';

/** Every look stands in the log of the person: their own, and that of who reads along. */
const keepLook = (tx: Tx, { personId, relativeId }: Visitor, stayId: string, at: number): Promise<void> => {
  const look = {
    event: 'read',
    objectType: 'stay',
    objectId: stayId,
    categories: ['stay'],
    personId,
  } as const;
  return relativeId === null
    ? writeLooks(tx, visitorAs(`person:${personId}`, 'resident'), [{ ...look, ground: 'own' }], {
        ...{ at, outcome: 'done' },
      })
    : writeLooks(tx, visitorAs(`kin:${relativeId}`, 'relative'), [{ ...look, ground: 'consent' }], {
        ...{ at, outcome: 'done' },
      });
};

/** Adds what the person and one relative read of the stay. */
export const familyStayRoutes = (door: Door, parts: StayParts): void => {
  door.app.route({
    method: 'GET',
    url: '/api/v1/own/stay',
    schema: schemaForVisitor(
      may.family,
      'Mijn verblijf in gewone woorden; voor de persoon en één naaste',
      {},
      FamilyView,
    ),
    config: { policy: may.family, looks: 'people' },
    handler: async (request, reply) => {
      const now = door.clock.now();
      const seen = await visit(door, request, async (tx, who) => {
        const region = await parts.regionOf(tx);
        const stay = await familyStay(tx);
        if (stay !== null) await keepLook(tx, who, stay.id, now);
        return ok<FamilyView>({
          reader: who.relativeId === null ? 'person' : 'relative',
          until: isoFromInstant(who.until),
          practice: parts.practice,
          deskPhone: region.agreement.deskPhone,
          stay: stay === null ? null : await viewFamily(tx, stay, { region, now }),
        });
      });
      return answeredToVisitor(reply, seen);
    },
  });
};
