import { digestOf, HANDED_EVENTS, type Handed } from '#torture/kill/handed.ts';
import { asOwner } from './judge.ts';

/** A handover as it stands in the tables. */
interface Row {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly text: string;
  readonly doctor: string | null;
  readonly byPhone: boolean;
  readonly because: string | null;
  readonly sent: readonly string[];
}

const ROWS = `select h.id, h.state, h.version, h.sections->'home'->>'text' as text, h.to_doctor as doctor, h.by_phone as "byPhone",
    h.revoked_because as because,
    array(select s.sections->'home'->>'text' from stay_handover_sent s where s.handover_id = h.id order by s.number) as sent
  from stay_handover h`;
const FILES = 'select handover_id as id, bytes from stay_handover_file where removed_at is null';
const LINES = `select body->>'handoverId' as id, substring(event from 10) as event, count(*)::integer as times
  from platform_diary where room = 'stay' and event like 'handover-%' group by 1, 2`;

/** What is other than it was told of one handover; a word for each. */
const differences = (
  told: Handed,
  row: Row | undefined,
  files: readonly string[],
  lines: ReadonlyMap<string, number>,
): string[] => {
  if (row === undefined) return ['gone'];
  const found: [string, boolean][] = [
    ['state', row.state === told.state],
    ['version', row.version === told.version],
    ['text', row.text === told.text],
    ['what was sent', JSON.stringify(row.sent) === JSON.stringify(told.sent)],
    ['files', JSON.stringify(files.toSorted()) === JSON.stringify(told.files.toSorted())],
    ['who takes over', told.state !== 'received' || row.doctor === told.doctor],
    ['by phone', row.byPhone === told.byPhone],
    ['why it was taken back', (row.because === 'sender') === (told.state === 'revoked')],
    ...HANDED_EVENTS.map((event): [string, boolean] => [
      `the diary of ${event}`,
      (lines.get(`${told.id} ${event}`) ?? 0) === told.done[event],
    ]),
  ];
  return found.flatMap(([what, same]) => (same ? [] : [what]));
};

/** What is not there as it was told, or there though nobody was told: versions, confirmations, what was taken back, files. */
export const handoverFaultsIn = (url: string, handed: readonly Handed[]): Promise<string[]> =>
  asOwner(url, async (client) => {
    const { rows } = await client.query<Row>(ROWS);
    const { rows: kept } = await client.query<{ id: string; bytes: Buffer }>(FILES);
    const { rows: told } = await client.query<{ id: string; event: string; times: number }>(LINES);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const files = Map.groupBy(kept, ({ id }) => id);
    const lines = new Map(told.map(({ id, event, times }) => [`${id} ${event}`, times]));
    const known = new Set(handed.map(({ id }) => id));
    return [
      ...handed.flatMap((each) =>
        differences(
          each,
          byId.get(each.id),
          (files.get(each.id) ?? []).map(({ bytes }) => digestOf(bytes)),
          lines,
        ),
      ),
      ...rows.flatMap(({ id }) => (known.has(id) ? [] : ['nobody wrote it'])),
    ];
  });
