import { instantOf } from '#kernel/calendar.ts';
import type { HandoverAnswer, HandoverView } from '#modules/stay/contract.ts';
import { sendRequest } from './api-house.fixture.ts';
import { eventually, openStayHouse, type Staying } from './stay-house.fixture.ts';

const NOW = instantOf('2026-10-21', 11 * 60 + 41, 'Europe/Amsterdam');

/** A section of a handover. */
export const section = (handover: HandoverView, code: string) => {
  const found = handover.sections.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no section ${code}`);
  return found;
};

/** The code of a refusal. */
export const codeOf = (answer: { json<T>(): T }): string => answer.json<{ code: string }>().code;

/** The handover in an answer that must have gone well. */
export const done = (answer: { statusCode: number; body: string; json<T>(): T }): HandoverView => {
  const { handover } = answer.statusCode === 200 ? answer.json<HandoverAnswer>() : { handover: null };
  if (handover === null) throw new Error(answer.body);
  return handover;
};

/** The id of a handover that was kept. */
const idOf = ({ id }: HandoverView): string => {
  if (id === null) throw new Error('not kept yet');
  return id;
};

/** No gap and no overlap from the first to the last. */
export const isWhole = (rows: readonly { from: Date; until: Date | null }[]): boolean =>
  rows.every((row, index) => {
    const next = rows[index + 1];
    return next === undefined || row.until?.getTime() === next.from.getTime();
  });

/** A house in which people stay and are handed over. */
export const openHandoverHouse = async () => {
  const stays = await openStayHouse(NOW);
  const { house } = stays;
  const { small } = house;
  type Who = Parameters<(typeof house)['call']>[0];

  const seen = async (who: Who, url: string): Promise<HandoverAnswer> => {
    const answer = await house.call(who, 'GET', `/api/v1${url}/handover`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<HandoverAnswer>();
  };
  const handoverOf = async (who: Who, url: string): Promise<HandoverView> => {
    const { handover } = await seen(who, url);
    if (handover === null) throw new Error('no handover');
    return handover;
  };
  const save = (who: Who, url: string, version: number, body: object = {}) =>
    house.call(who, 'PUT', `/api/v1${url}/handover`, body, { version });
  const send = (who: Who, url: string, version: number) =>
    house.post(who, `${url}/handover/send`, {}, { version });
  return {
    ...{ stays, house, small, seen, handoverOf, save, send },
    act: (who: Who, handover: HandoverView, what: string, body: object = {}) =>
      house.post(who, `/handovers/${handover.id}/${what}`, body, { version: handover.version }),
    /** One handover by its id. */
    byId: (who: Who, handover: HandoverView) => house.call(who, 'GET', `/api/v1/handovers/${idOf(handover)}`),
    /** A request the first home said yes to; nobody has arrived yet. */
    async accepted(change: object = {}): Promise<string> {
      const request = await sendRequest(house, [house.freshPlace()], change);
      const yes = await house.post(small.wards[0], `/offers/${request.offers[0]?.id}/accept`, {
        doctor: 'dr. Oefen',
      });
      if (yes.statusCode !== 200) throw new Error(yes.body);
      return `/requests/${request.id}`;
    },
    /** A handover of a request, sent to the first home. */
    async sentIn(url: string, sections: object[] = []): Promise<HandoverView> {
      const draft = done(await save(small.gp, url, 0, { sections }));
      return done(await send(small.gp, url, draft.version));
    },
    /** A handover of a stay, sent to who it is for by itself, or to somebody else. */
    async sentOut({ stayId }: Staying, receiver?: object): Promise<HandoverView> {
      const url = `/stays/${stayId}`;
      const draft = done(await save(small.wards[0], url, 0, receiver === undefined ? {} : { receiver }));
      return done(await send(small.wards[0], url, draft.version));
    },
    /** Everybody who was responsible for somebody, oldest first. */
    async care(personId: string) {
      const { rows } = await house.owner.query<{
        organisation: string;
        doctor: string | null;
        from: Date;
        until: Date | null;
      }>(
        `select organisation_id as organisation, doctor, lower(during) as "from",
           case when upper(during) = 'infinity' then null else upper(during) end as until
         from placement_responsibility where person_id = $1 order by lower(during)`,
        [personId],
      );
      return rows;
    },
    /** The stay once it is over. */
    ended: (stayId: string) =>
      eventually(async () => {
        const stay = await stays.seen(small.wards[0], stayId);
        return stay.endedAt === null ? null : stay;
      }),
  };
};
