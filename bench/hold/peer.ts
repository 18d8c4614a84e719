import pg from 'pg';
import { newId } from '#platform/db/ids.ts';

/**
 * Claims any free bed as it is usually built: one transaction per hold, `skip locked` over a mark on the bed, the same rows
 * and constraints. It is spared what ours also decides: product, closures, staff, age of the figure, admission hours.
 */
export interface HoldPeer {
  /** One hold by one of the rivals; true when it got a bed. */
  hold(rival: number): Promise<boolean>;
  end(): Promise<void>;
}

/** Its own mark on the bed row: without one, a bed given away between looking and locking is only seen by the constraint. */
const FREE = `update bench_bed set free = false where id = (
  select id from bench_bed where free limit 1 for update skip locked) returning id, unit_id`;

const holdOnce = async (client: pg.PoolClient): Promise<boolean> => {
  const [now, end, expires] = [0, 35 * 86_400_000, 45 * 60_000].map((ms) =>
    new Date(Date.now() + ms).toISOString(),
  );
  await client.query('begin');
  const { rows } = await client.query<{ id: string; unit_id: string }>({
    name: 'free',
    text: FREE,
    values: [],
  });
  const [place] = rows;
  if (place === undefined) {
    await client.query('rollback');
    return false;
  }
  const claim = newId();
  await client.query({
    name: 'claim',
    text: "insert into capacity_claim (id, place_id, subject, kind, product, during, expires_at, source) values ($1, $2, $3, 'hold', 'elv-high', tstzrange($4, $5), $6, 'work')",
    values: [claim, place.id, newId(), now, end, expires],
  });
  await client.query({
    name: 'diary',
    text: "insert into platform_diary (at, room, event, subject, unit_id, actor, body) values ($1, 'capacity', 'held', $2, $3, 'peer', $4)",
    values: [
      now,
      claim,
      place.unit_id,
      JSON.stringify({ placeId: place.id, kind: 'hold', product: 'elv-high', from: now, until: end }),
    ],
  });
  await client.query({
    name: 'key',
    text: "insert into platform_key (actor, key, body_hash, status, answer, at) values ('peer', $1, 'h', 200, $2, $3)",
    values: [claim, JSON.stringify({ claimId: claim, placeId: place.id, expiresAt: expires }), now],
  });
  await client.query('commit');
  return true;
};

/** Opens one connection per rival, as a server with a large pool would. */
export const openHoldPeer = async (url: string, rivals: number): Promise<HoldPeer> => {
  const pool = new pg.Pool({ connectionString: url, max: rivals });
  const clients = await Promise.all(Array.from({ length: rivals }, () => pool.connect()));
  return {
    hold: (rival) => holdOnce(clients[rival] as pg.PoolClient),
    async end() {
      for (const client of clients) client.release();
      await pool.end();
    },
  };
};
