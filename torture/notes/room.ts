import { makeSmallRegion } from '#demo/small.ts';
import { isoFromInstant } from '#kernel/calendar.ts';
import { HOUR } from '#kernel/interval.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { type Caller, openCaller, type Reply, signIn } from '#torture/house/caller.ts';
import { type KeptHouse, keepHouse } from '#torture/house/keeper.ts';

/** A meeting of one case in which three organisations type, on a server that may be killed. */
export interface NoteRoom {
  readonly url: string;
  readonly house: KeptHouse;
  readonly caller: Caller;
  /** Who types: one token of each organisation. */
  readonly tokens: readonly string[];
  /** Where the lines of the note go, behind `/api/v1`. */
  readonly path: string;
  readonly meeting: string;
  end(): Promise<void>;
}

const idIn = (reply: Reply, ...path: readonly string[]): string => {
  if (reply.status !== 200) throw new Error(`it was answered with ${reply.status} ${reply.body['code']}`);
  let found: unknown = reply.body;
  for (const word of path) found = (found as Record<string, unknown>)[word];
  return String(found);
};

/** Opens it: the practice coordinates, a welfare organisation and a house may see meetings. */
export const openNoteRoom = async (): Promise<NoteRoom> => {
  const database = await createTestDatabase();
  const small = await makeSmallRegion(database.url, { now: Date.now(), placesPerUnit: 2, welfare: true });
  if (small.welfare === null) throw new Error('there is no welfare organisation');
  const house = await keepHouse(database.url);
  const caller = openCaller(house.port, 8);
  const others = [small.welfare.ward, small.wards[1]];
  const tokens = await Promise.all([small.gp, ...others].map(({ id }) => signIn(caller, id)));
  const [token = ''] = tokens;
  const post = (path: string, body: unknown): Promise<Reply> => caller.ask({ path, body, token });
  const person = { name: 'Geertje Hofsteenge', birthDate: '1941-05-02', sex: 'female' };
  const of = idIn(await post('/cases', { person, question: 'Ik slaap niet.' }), 'case', 'id');
  for (const { organisationId: organisation } of others)
    idIn(await post(`/cases/${of}/helpers`, { organisation, parts: ['meetings'] }), 'case', 'id');
  const set = { at: isoFromInstant(Date.now() + HOUR), place: 'Praktijk' };
  const meeting = idIn(await post(`/cases/${of}/meetings`, set), 'meeting', 'id');
  return {
    ...{ url: database.url, house, caller, tokens, meeting, path: `/cases/${of}/meetings/${meeting}/lines` },
    async end() {
      caller.close();
      await house.stop();
      await database.drop();
    },
  };
};
