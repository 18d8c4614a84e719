import type pg from 'pg';
import { HOUSE, NEIGHBOUR } from './book.ts';

/** Something a superuser of the database does to the log at one place; it must be found at that place. */
export interface Tampering {
  readonly name: string;
  /** Does it at link `seq` of a chain of `length` links; answers at which link it must be found. */
  readonly act: (owner: pg.Client, seq: number, length: number) => Promise<number>;
}

const lineAt = 'select access_id from platform_access_chain where organisation_id = $1 and seq = $2';
const dropLine = async (owner: pg.Client, seq: number): Promise<void> => {
  await owner.query(`delete from platform_access where id = (${lineAt})`, [HOUSE, seq]);
  await owner.query('delete from platform_access_chain where organisation_id = $1 and seq = $2', [
    HOUSE,
    seq,
  ]);
};

/** Every link after `seq` gets a number `by` higher or lower. In two steps: no two may have one number on the way. */
const shift = async (owner: pg.Client, seq: number, by: 1 | -1): Promise<void> => {
  const far = 1_000_000_000;
  await owner.query(
    'update platform_access_chain set seq = seq + $3 where organisation_id = $1 and seq > $2',
    [HOUSE, seq, far],
  );
  await owner.query(
    'update platform_access_chain set seq = seq - $3 where organisation_id = $1 and seq > $2',
    [HOUSE, far, far - by],
  );
};

/** A copy of the line at `seq` that says somebody else looked, with a seal that looks like one. */
const putIn = async (owner: pg.Client, from: number, seq: number): Promise<void> => {
  const copy = await owner.query<{ id: string }>(
    `insert into platform_access (id, xid, at, event, actor, role, organisation_id, component, person_id, object_type,
       object_id, categories, ground, policy, policy_version, outcome)
     select gen_random_uuid(), xid, at, event, 'somebody', role, organisation_id, component, person_id, object_type,
       object_id, categories, ground, policy, policy_version, outcome
     from platform_access where id = (${lineAt}) returning id`,
    [HOUSE, from],
  );
  await owner.query(
    `insert into platform_access_chain (organisation_id, seq, access_id, hash)
     values ($1, $2, $3, $4)`,
    [HOUSE, seq, copy.rows[0]?.id, 'ab'.repeat(32)],
  );
};

/** One field after the other: whichever is changed is found. */
const FIELDS = [
  "actor = 'somebody'",
  "event = 'list'",
  'person_id = gen_random_uuid()',
  "at = at + interval '1 microsecond'",
  "categories = array['profile']",
  "ground = 'consent'",
  "outcome = 'refused'",
  'network = null',
  "reason = ''",
];

/** The nine ways of tampering. */
export const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'change-field',
    act: async (owner, seq) => {
      const field = FIELDS[seq % FIELDS.length];
      await owner.query(`update platform_access set ${field} where id = (${lineAt})`, [HOUSE, seq]);
      return seq;
    },
  },
  {
    name: 'delete-last',
    act: async (owner, seq, length) => {
      // However many are taken from the end, the first that is gone is told.
      for (let last = length; last >= seq; last--) await dropLine(owner, last);
      return seq;
    },
  },
  {
    name: 'delete-middle',
    act: async (owner, seq) => {
      await dropLine(owner, seq);
      return seq;
    },
  },
  {
    name: 'delete-and-relink',
    act: async (owner, seq) => {
      await dropLine(owner, seq);
      await shift(owner, seq, -1);
      return seq;
    },
  },
  {
    name: 'insert',
    act: async (owner, seq) => {
      await shift(owner, seq - 1, 1);
      await putIn(owner, seq + 1, seq);
      return seq;
    },
  },
  {
    name: 'swap',
    act: async (owner, seq, length) => {
      const other = seq === length ? seq - 1 : seq + 1;
      // The lines change places, the seals stay where they were.
      const { rows } = await owner.query<{ seq: number; access_id: string }>(
        'select seq::int as seq, access_id from platform_access_chain where organisation_id = $1 and seq in ($2, $3) order by seq',
        [HOUSE, seq, other],
      );
      const [first, second] = rows;
      const place = 'update platform_access_chain set access_id = $3 where organisation_id = $1 and seq = $2';
      await owner.query(place, [HOUSE, first?.seq, '00000000-0000-7000-8000-0000000000ff']);
      await owner.query(place, [HOUSE, second?.seq, first?.access_id]);
      await owner.query(place, [HOUSE, first?.seq, second?.access_id]);
      return Math.min(seq, other);
    },
  },
  {
    name: 'truncate',
    act: async (owner) => {
      await owner.query('delete from platform_access_chain where organisation_id = $1', [HOUSE]);
      await owner.query('delete from platform_access where organisation_id = $1', [HOUSE]);
      return 1;
    },
  },
  {
    name: 'fork',
    act: async (owner, seq) => {
      await owner.query('alter table platform_access_chain drop constraint platform_access_chain_pkey');
      await putIn(owner, seq, seq);
      return seq;
    },
  },
  {
    name: 'move-between-organisations',
    act: async (owner, seq) => {
      await owner.query(`update platform_access set organisation_id = $3 where id = (${lineAt})`, [
        HOUSE,
        seq,
        NEIGHBOUR,
      ]);
      await owner.query(
        `update platform_access_chain set organisation_id = $3,
           seq = (select max(seq) + 1 from platform_access_chain where organisation_id = $3)
         where organisation_id = $1 and seq = $2`,
        [HOUSE, seq, NEIGHBOUR],
      );
      return seq;
    },
  },
];
