import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { SEALED_COLUMNS, type SealedLine, sealOf } from '#platform/access-log/chain.ts';
import { checkpointNow, type Finding, verifyLog } from '#platform/access-log/verify.ts';
import { HOUSE, openLogBook } from './access/book.ts';
import { TAMPERINGS } from './access/tampering.ts';

/** What was tried, and what was found at the right place, at another place, or not at all. */
export interface Tampered {
  readonly tried: number;
  readonly found: number;
  /** Which way of tampering was missed, and where. */
  readonly missed: readonly string[];
  /** Findings in a log that nobody touched. */
  readonly falseAlarms: number;
}

/** The places that are tried: the first, the last, and the rest spread between them. */
const placesOf = (length: number, positions: number): number[] =>
  Array.from(
    { length: positions },
    (_, n) => 1 + Math.round((n * (length - 1)) / Math.max(1, positions - 1)),
  );

/** Tampers with a sealed log in nine ways at so many places each, and lets it be verified after each. */
export const tampering = async (length: number, positions: number): Promise<Tampered> => {
  const book = await openLogBook(length);
  const checkpoint = await checkpointNow(book.database);
  const missed: string[] = [];
  let falseAlarms = (await verifyLog(book.database, book.key, checkpoint)).findings.length;
  const save = ['platform_access', 'platform_access_chain'];
  for (const table of save) await book.owner.query(`create table saved_${table} as select * from ${table}`);
  const restore = async (): Promise<void> => {
    await book.owner.query('truncate platform_access, platform_access_chain');
    for (const table of save)
      await book.owner.query(`insert into ${table} overriding system value select * from saved_${table}`);
    await book.owner.query(
      `do $$ begin alter table platform_access_chain add constraint platform_access_chain_pkey primary key (organisation_id, seq);
       exception when invalid_table_definition then null; end $$`,
    );
  };
  for (const { name, act } of TAMPERINGS) {
    for (const seq of placesOf(length, positions)) {
      const at = await act(book.owner, seq, length);
      const { findings } = await verifyLog(book.database, book.key, checkpoint);
      const first = findings.filter((each) => each.organisationId === HOUSE).sort((a, b) => a.seq - b.seq)[0];
      if (first?.seq !== at) missed.push(`${name} at ${at}: ${first?.seq ?? 'nothing'}`);
      await restore();
    }
  }
  falseAlarms += (await verifyLog(book.database, book.key, checkpoint)).findings.length;
  await book.close();
  const tried = TAMPERINGS.length * positions;
  return { tried, found: tried - missed.length, missed, falseAlarms };
};

/** What is found when two sealed the same place, because nobody made them take turns and nothing stopped the second. */
export const forking = async (): Promise<Finding | undefined> => {
  const book = await openLogBook(5);
  await book.owner.query('alter table platform_access_chain drop constraint platform_access_chain_pkey');
  for (let n = 0; n < 2; n++) {
    const { rows } = await book.owner.query<{ id: string }>(
      `insert into platform_access (id, at, event, actor, role, organisation_id, component, object_type, ground, policy, policy_version, outcome)
       select gen_random_uuid(), at, event, actor, role, organisation_id, component, object_type, ground, policy, policy_version, outcome
       from platform_access where organisation_id = $1 limit 1 returning id`,
      [HOUSE],
    );
    const { rows: lines } = await book.owner.query<SealedLine>(
      `select ${SEALED_COLUMNS} from platform_access a where id = $1`,
      [rows[0]?.id],
    );
    const { rows: heads } = await book.owner.query<{ hash: string }>(
      'select hash from platform_access_chain where organisation_id = $1 and seq = 5',
      [HOUSE],
    );
    // Each read the same end of the chain, and hung its own line onto it.
    const hash = sealOf(book.key, heads[0]?.hash ?? '', (lines[0] as SealedLine).says);
    await book.owner.query('insert into platform_access_chain values ($1, 6, $2, $3)', [
      HOUSE,
      rows[0]?.id,
      hash,
    ]);
  }
  const { findings } = await verifyLog(book.database, book.key);
  await book.close();
  return findings[0];
};

/** How many lines are verified in a second by the clock on the wall; the best of three, for the machine has others to serve. */
const speed = async (length: number): Promise<number> => {
  const book = await openLogBook(length);
  const speeds: number[] = [];
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    const { lines } = await verifyLog(book.database, book.key);
    speeds.push((lines / (performance.now() - began)) * 1_000);
  }
  await book.close();
  return Math.max(...speeds);
};

/** Nine ways of tampering at a hundred places each, by who may do anything in the database. */
export const run = async (rounds = 100): Promise<Figure[]> => {
  const went = await tampering(300, rounds);
  for (const each of went.missed) console.log(`tamper: ${each}`);
  return [
    atLeast('tamper-found', went.found, 'tamperings', went.tried),
    atMost('tamper-false-alarms', went.falseAlarms, 'findings', 0),
    atLeast('control-forked-chain', (await forking()) === undefined ? 0 : 1, 'findings', 1),
    atLeast('tamper-verify', await speed(50_000), 'lines/s', 50_000),
  ];
};
