import type { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import { command, type Door } from '#platform/http/route.ts';
import { RoomAnswer, RoomBody } from './contract-room.ts';
import type { Doing } from './doing.ts';
import { capacityPolicies as may } from './policy.ts';
import { setRoom } from './service-room.ts';

/** The route by which a ward says for whom a room is. */
export const roomRoutes = (
  door: Door,
  doing: (act: { tx: Tx; actor: Actor; now: Instant }) => Promise<Doing>,
): void => {
  command<ById, z.infer<typeof RoomBody>, z.infer<typeof RoomAnswer>>(door, {
    url: '/api/v1/rooms/:id',
    tag: 'capacity',
    summary: 'The ward says for whom a room is',
    policy: may.room,
    params: ById,
    body: RoomBody,
    answer: RoomAnswer,
    looks: nobody,
    run: async (act) => setRoom(act.tx, { roomId: act.params.id, ...act.body }, await doing(act)),
  });
};
