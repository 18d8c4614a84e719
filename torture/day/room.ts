import { openDayHouse } from '#app/day-house.fixture.ts';
import { instantOf, isoFromInstant } from '#kernel/calendar.ts';
import { type Caller, openCaller, signIn } from '#torture/house/caller.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 7 * 60, 'Europe/Amsterdam');
/** Everybody wants to come on the same two days: four half-days. */
const LATEST = '2026-11-24';

/** A room that is asked over HTTP, with people who all want to come on the same two days. */
export interface AskedRoom {
  readonly day: Awaited<ReturnType<typeof openDayHouse>>;
  readonly caller: Caller;
  readonly planner: string;
  readonly nurse: string;
  readonly port: number;
  readonly visits: readonly string[];
  close(): Promise<void>;
}

/** Opens a room with so many people who wait, their medicine ready, and a server that listens. */
export const openAskedRoom = async (people: number, connections: number): Promise<AskedRoom> => {
  const day = await openDayHouse(NOW, TODAY);
  const { app } = day.house.house;
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const visits: string[] = [];
  for (let n = 0; n < people; n++) {
    const order = await day.signed({ latestDay: LATEST });
    const visit = order.visitList[0]?.id ?? '';
    await day.done(day.planner, `/orders/${order.id}/drug`, { visit, readyAt: isoFromInstant(NOW) });
    visits.push(visit);
  }
  const caller = openCaller(port, connections);
  const [planner, nurse] = await Promise.all([signIn(caller, day.planner.id), signIn(caller, day.nurse.id)]);
  return {
    ...{ day, caller, planner, nurse, port, visits },
    async close() {
      caller.close();
      await day.house.close();
    },
  };
};
