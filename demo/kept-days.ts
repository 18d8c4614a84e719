import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import { pick } from '#kernel/seeded.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { contactsOf, holdMeeting, makeContact, meetingsOf, stayOfClaim } from '#modules/stay/index.ts';
import type { Stay } from '#modules/stay/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { between, inDaytime, must, type Past, type Resident } from './past.ts';
import { unitOf } from './sites.ts';

/** What a ward does for a stay. */
export type StayWork = (tx: Tx, stay: Stay, doing: Doing) => Promise<Result<unknown, Refusal>>;

/** The ward keeps the stay of somebody; of who lodges with welfare the name is shut, and nothing is kept. */
export const keep = async (
  past: Past,
  { unitId, claimId }: Pick<Resident, 'unitId' | 'claimId'>,
  at: Instant,
  work: StayWork,
): Promise<void> => {
  if (unitId === unitOf('beuk-logeren').id) return;
  const done = await past.stage.act(past.cast.ward(unitId), at, async (tx, doing) => {
    const stay = await stayOfClaim(tx, claimId);
    return stay === null ? ok(null) : work(tx, stay, doing);
  });
  must<unknown>(done, 'keep a stay');
};

const AGREED = [
  'Thuiszorg komt twee keer per dag.',
  'Eerst een proefweekend thuis.',
  'De dochter regelt de boodschappen.',
  'Fysio gaat thuis door.',
];

/** Two weeks after the arrival GP, person, family and ward sat together, as they do. */
export const meetOnDay14 = (past: Past, resident: Resident): void => {
  if (resident.told) return;
  past.agenda.add(inDaytime(resident.arrivedAt + 13 * DAY + 2 * HOUR), async (at) => {
    if (!past.residents.has(resident.claimId)) return;
    await keep(past, resident, at, async (tx, stay, doing) => {
      const meeting = (await meetingsOf(tx, [stay.id])).get(stay.id)?.find(({ heldAt }) => heldAt === null);
      if (meeting === undefined || meeting.cancelled !== null) return ok(null);
      const outcome = {
        present: ['gp', 'person', 'family', 'ward'],
        departureDay: null,
        care: '',
        treatment: '',
        agreed: pick(past.chance, AGREED),
      };
      const which = { stayId: stay.id, meetingId: meeting.id, version: meeting.version };
      return holdMeeting(tx, { ...which, at: doing.now, byName: 'de afdeling', outcome }, doing);
    });
  });
};

const WORDS = ['Het gaat goed.', 'Wel moe, maar blij thuis te zijn.', 'De trap blijft lastig.', ''];

/** Two and thirty days after somebody left the house asks how it goes; the last ones are left for who plays the ward. */
export const callAfter = (past: Past, resident: Resident, left: Instant): void => {
  for (const days of [2, 30] as const) {
    past.agenda.add(inDaytime(left + days * DAY + between(past.chance, 1, 20) * HOUR), (at) => {
      if (at > past.now - 20 * HOUR && past.chance() < 0.6) return Promise.resolve();
      return keep(past, resident, at, async (tx, stay, doing) => {
        const contact = (await contactsOf(tx, stay.id)).find((each) => each.days === days);
        if (contact === undefined || contact.dropped !== null || contact.doneAt !== null) return ok(null);
        const told = {
          ...{ byName: 'de afdeling', reached: true, ownHome: past.chance() < 0.92, readmitted: false },
          ...{ score: between(past.chance, 6, 9), words: pick(past.chance, WORDS) },
        };
        return makeContact(tx, { stayId: stay.id, days, told, version: contact.version }, doing);
      });
    });
  }
};
