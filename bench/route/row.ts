import { makeBoardRegion } from '#bench/board/region.ts';
import { instantFromIso } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { pick, seeded } from '#kernel/seeded.ts';
import { URGENCIES } from '#kernel/urgency.ts';
import { loadPicture, type Picture } from '#modules/capacity/index.ts';
import { sendRequest } from '#modules/placement/index.ts';
import { type Reason, usualAnswers } from '#modules/placement/types.ts';
import { readRegion, writeRegion } from '#modules/region/index.ts';
import type { Professional } from '#modules/region/types.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

const POSTCODES = Array.from({ length: 40 }, (_, at) => ({
  pc4: String(9401 + at),
  town: 'Assen',
  lat: 52.85 + (at % 8) * 0.04,
  lon: 6.35 + Math.floor(at / 8) * 0.1,
}));
const REASONS: readonly Reason[] = ['recovery', 'recovery', 'observation', 'palliative', 'rehabilitation'];

/** Somebody of the desk, without whom nobody looks at the row. */
const addDesk = async (database: Database, now: Instant): Promise<Professional> => {
  const acting = { actor: 'bench', organisationId: null };
  const region = await database.transaction(acting, (tx) => readRegion(tx, now));
  const gp = region.organisations.find(({ kind }) => kind === 'gp');
  const desk: Professional = {
    ...{ id: newId(), organisationId: region.agreement.deskOrganisationId, siteId: null, unitId: null },
    ...{ name: 'Oefen loket', role: 'desk', phone: null },
  };
  await database.transaction(acting, (tx) =>
    writeRegion(tx, { professionals: [desk], postcodes: POSTCODES }, { actor: 'bench', now }),
  );
  return { ...desk, organisationId: gp?.id ?? '' };
};

/** Beds that are free for somebody who recovers, to be asked for at once. */
const freeBeds = (picture: Picture, now: Instant): string[] =>
  [...picture.unitsOfSite.values()].flat().flatMap((unitId) => {
    const look = picture.look(unitId, now);
    const stands = look?.products.get('elv-high');
    return (stands?.places ?? []).flatMap((index) =>
      stands?.standings[index]?.state === 'free' ? (look?.facts.places[index]?.id ?? []) : [],
    );
  });

/** Makes 3,000 beds and this many open requests for them, a third of which asked a house already. */
export const makeRow = async (url: string, open: number, now: Instant): Promise<void> => {
  await makeBoardRegion(url, 3_000, now);
  const chance = seeded(20_261_122);
  const database = openDatabase(url, 2);
  const gp = await addDesk(database, now);
  const acting = { actor: gp.id, organisationId: gp.organisationId };
  const region = await database.transaction(acting, (tx) => readRegion(tx, now));
  const picture = await database.transaction(acting, (tx) => loadPicture(tx, now));
  const beds = freeBeds(picture, now);
  for (let at = 0; at < open; at++) {
    const pc4 = () => pick(chance, POSTCODES).pc4;
    const reason = at % 3 === 0 ? 'recovery' : pick(chance, REASONS);
    const bed = at % 3 === 0 ? beds.shift() : undefined;
    const sentAt = now - Math.floor(chance() * 300) * 60_000;
    const sent = await database.transaction(acting, (tx) =>
      sendRequest(
        tx,
        {
          person: {
            ...{
              name: `Persoon ${at}`,
              birthDate: `19${30 + (at % 20)}-0${1 + (at % 9)}-1${at % 9}`,
              sex: 'female',
            },
            ...{ bsn: null, pc4: null, phone: null, gpName: null, kinName: null, kinPhone: null },
          },
          profile: {
            ...{ reason, weight: 'high', urgency: pick(chance, URGENCIES), needs: [], traits: [] },
            ...{ language: null, legalTitle: null, uzovi: null, origin: 'home' },
          },
          wantedFrom: now,
          ...{ callbackPhone: '0592-00 17 20', remarks: 'Gevallen in de keuken.', wish: '' },
          ...{ homePc4: pc4(), partnerPc4: chance() < 0.3 ? pc4() : null, areaPc4: null },
          placeIds: bed === undefined ? [] : [bed],
          ...{ candidates: [], askNext: false, second: true },
          triage: { version: 1, answers: usualAnswers({ reason, weight: 'high' }), deviation: '' },
        },
        async () => [],
        { actor: gp, now: bed === undefined ? sentAt : now, region },
      ),
    );
    if (!sent.ok) throw new Error(`a request was refused: ${sent.refusal.code}`);
  }
  await database.close();
};

/** The moment of this bench: Thursday 22 October 2026, twenty to twelve in Drenthe. */
export const NOW: Instant = instantFromIso('2026-10-22T09:41:00Z');
