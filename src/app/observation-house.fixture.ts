import { instantOf } from '#kernel/calendar.ts';
import type { AnswerView, ObservationView } from '#modules/stay/contract.ts';
import type { ApiHouse } from './api-house.fixture.ts';
import { openStayHouse } from './stay-house.fixture.ts';

/** The clock on the wall of the test. */
export const ZONE = 'Europe/Amsterdam';
/** When the first people come: four nights later the clock goes back. */
export const NOW = instantOf('2026-10-21', 11 * 60 + 41, ZONE);

type Caller = Parameters<ApiHouse['call']>[0];

/** The code of a refusal. */
export const codeOf = async (answer: Promise<{ json: () => unknown }>): Promise<unknown> =>
  ((await answer).json() as { code?: unknown }).code;

/** A house in which people stay to be observed, and what its ward says and reads. */
export const openObservationHouse = async () => {
  const stays = await openStayHouse(NOW, 'reo-observation');
  const { house } = stays;
  const ward = house.small.wards[0];
  const get = async <A>(who: Caller, url: string): Promise<A> => {
    const answer = await house.call(who, 'GET', `/api/v1/stays/${url}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<A>();
  };
  const tell = (stayId: string, change: object, who: Caller = ward) =>
    house.post(who, `/stays/${stayId}/observations`, {
      ...{ kind: 'note', seenBy: 'nurse', text: 'Rustig.' },
      ...change,
    });
  return {
    ...{ stays, ward, tell },
    /** Sets the clock. */
    atClock(day: string, minutes: number): void {
      house.clock.at = instantOf(day, minutes, ZONE);
    },
    /** What was seen of somebody, as this reader sees it. */
    async seen(stayId: string, who: Caller = ward, query = ''): Promise<ObservationView> {
      return (await get<{ observation: ObservationView }>(who, `${stayId}/observations${query}`)).observation;
    },
    /** The answer to the GP, as this reader sees it. */
    async answerOf(stayId: string, who: Caller = ward): Promise<AnswerView> {
      return (await get<{ answer: AnswerView }>(who, `${stayId}/answer`)).answer;
    },
    /** Writes something down; answers what stands there then. */
    async told(stayId: string, change: object): Promise<ObservationView> {
      const answer = await tell(stayId, { text: '', ...change });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return answer.json<{ observation: ObservationView }>().observation;
    },
    /** Writes the draft of the answer. */
    write: (stayId: string, boxes: object, version: number) =>
      house.call(ward, 'PUT', `/api/v1/stays/${stayId}/answer`, boxes, { version }),
    /** Sends it. */
    send: (stayId: string, body: object, version: number) =>
      house.post(ward, `/stays/${stayId}/answer/send`, body, { version }),
  };
};
