import { setTimeout as wait } from 'node:timers/promises';
import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import type { TypedAnswer } from '#modules/cases/contract.ts';
import { newId } from '#platform/db/ids.ts';
import { CUTS, openCuttingProxy } from './cut/proxy.ts';
import { type Caller, openCaller } from './house/caller.ts';
import { asOwner } from './house/judge.ts';
import { judgeMeeting, type Typed } from './notes/judge.ts';
import { type NoteRoom, openNoteRoom } from './notes/room.ts';

/** How a screen sends a line of which no answer came: the same act, not at all, or as something new. */
type Manner = 'ours' | 'forgets' | 'writes-anew';

/** How the screens send (dealt round the editors), how much each types, and how often the server is killed. */
export interface Typing {
  readonly manners?: readonly Manner[];
  readonly acts?: number;
  readonly kills?: number;
}

/** What became of the note, and what was done to it. */
export type Noted = Awaited<ReturnType<typeof judgeMeeting>> & {
  readonly typed: number;
  readonly cuts: number;
  readonly kills: number;
  /** Lines that stand beside another, for two changed one. */
  readonly beside: number;
  /** Answers that were no yes, and did not come of a kill or a cut. */
  readonly strange: readonly string[];
};

/** Two of each of three organisations. */
const EDITORS = 6;
/** So many lines everybody types in; and now and then one of one's own. */
const SHARED = 4;
/** A pause before a line that broke is tried again; it is not about time. */
const PAUSE_MS = 20;
const KILL_MS = 700;

interface Act {
  readonly id: string;
  readonly line: string;
  readonly place: number;
  readonly seen: number;
  readonly text: string;
}

/** Everything the editors share: the ways to the server, the lines, and the books. */
interface Table {
  readonly room: NoteRoom;
  readonly lines: readonly Caller[];
  readonly shared: readonly string[];
  readonly chance: Chance;
  readonly typed: Typed[];
  readonly strange: string[];
}

const isBroken = (status: number): boolean => status === 0 || status >= 500;

/** Somebody who types: for which organisation, and how their screen sends. */
interface Editor {
  readonly name: number;
  readonly token: string;
  readonly manner: Manner;
}

/** Sends an act until the house says it has it; gives back what the note looks like then. */
const send = async (table: Table, { token, manner }: Editor, act: Act): Promise<TypedAnswer | null> => {
  const { path } = table.room;
  for (let going = act; ; ) {
    const caller = pick(table.chance, table.lines);
    const { status, body } = await caller.ask({ path, body: { acts: [going] }, token });
    if (status === 200) return body as unknown as TypedAnswer;
    if (!isBroken(status)) {
      table.strange.push(`${status} ${body['code']}`);
      return null;
    }
    if (manner === 'forgets') return null;
    if (manner === 'writes-anew') going = { ...going, id: newId(), line: newId(), seen: 0 };
    await wait(PAUSE_MS);
  }
};

/** What somebody types next, over what stands on their screen. */
const nextAct = ({ chance, shared }: Table, screen: ReadonlyMap<string, number>, text: string): Act => {
  const line = chance() < 0.25 ? newId() : pick(chance, [...shared, ...screen.keys()]);
  const strikes = chance() < 0.1 && screen.has(line);
  return { id: newId(), line, place: 1, seen: screen.get(line) ?? 0, text: strikes ? '' : text };
};

/** Somebody types: over what stands on their screen, which is as old as their last look. */
const edit = async (table: Table, editor: Editor, acts: number): Promise<void> => {
  const { chance, typed } = table;
  const screen = new Map<string, number>();
  for (let n = 0; n < acts; n++) {
    const act = nextAct(table, screen, `${editor.name} typt ${n}`);
    typed.push({ text: act.text });
    const answer = await send(table, editor, act);
    // The same act again: an answer that came too late, a press too many.
    if (chance() < 0.3 && editor.manner === 'ours') await send(table, editor, act);
    // Who does not look types over what others changed meanwhile.
    const looks = chance() < 0.6;
    for (const { id, version } of looks ? (answer?.meeting.lines ?? []) : []) screen.set(id, version);
  }
};

/** Ends the server under them so many times, unless they are done before. */
const keepKilling = async ({ house }: NoteRoom, kills: number, isOver: () => boolean): Promise<number> => {
  let killed = 0;
  for (; killed < kills && !isOver(); killed++) {
    await wait(KILL_MS);
    house.kill();
  }
  return killed;
};

/** Several editors in one note, over lines that break, on a server that is killed under them. */
export const typing = async ({ manners = ['ours'], acts = 25, kills = 3 }: Typing = {}): Promise<Noted> => {
  const room = await openNoteRoom();
  const proxies = await Promise.all(CUTS.map((cut) => openCuttingProxy(room.house.port, cut)));
  const table: Table = {
    ...{ room, chance: seeded(2026), typed: [], strange: [] },
    // One line in two holds: what is tried here is what comes in twice and not at all, not patience.
    lines: proxies.flatMap(({ port }) => [openCaller(port, 0), room.caller]),
    shared: Array.from({ length: SHARED }, () => newId()),
  };
  let isOver = false;
  const killing = keepKilling(room, kills, () => isOver);
  await Promise.all(
    Array.from({ length: EDITORS }, (_, name) => {
      const token = room.tokens[name % room.tokens.length] ?? '';
      return edit(table, { name, token, manner: manners[name % manners.length] ?? 'ours' }, acts);
    }),
  );
  isOver = true;
  const killed = await killing;
  const judged = await judgeMeeting(room.url, room.meeting, table.typed);
  const beside = await asOwner(room.url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::integer as n from cases_note_line where beside is not null',
    );
    return rows[0]?.n ?? 0;
  });
  const cuts = proxies.reduce((sum, proxy) => sum + proxy.cuts, 0);
  await Promise.all(proxies.map((proxy) => proxy.close()));
  await room.end();
  return { ...judged, typed: table.typed.length, cuts, kills: killed, beside, strange: table.strange };
};

/** Many acts of several at once, under cut and kill; and the same checks find what is planted on purpose. */
export const run = async (rounds = 12): Promise<Figure[]> => {
  const went = await typing({ acts: 10 * rounds, kills: rounds });
  for (const what of new Set(went.strange)) console.error(`strange: ${what}`);
  const careless = await typing({ manners: ['forgets', 'writes-anew'], acts: 10, kills: 0 });
  return [
    atLeast('notes-typed', went.typed, 'acts', 60 * rounds),
    atLeast('notes-cuts', went.cuts, 'cuts', 5 * rounds),
    atLeast('notes-kills', went.kills, 'kills', rounds),
    atLeast('notes-beside', went.beside, 'lines', rounds),
    atMost('notes-lost', went.lost, 'lines', 0),
    atMost('notes-doubles', went.doubles, 'lines', 0),
    atMost('notes-unexplained', went.unexplained, 'lines', 0),
    atMost('notes-strange', went.strange.length, 'answers', 0),
    atLeast('control-notes-forgets', careless.lost, 'lines', 1),
    atLeast('control-notes-writes-anew', careless.doubles, 'lines', 1),
    atLeast('control-notes-overwritten', went.planted.overwritten.unexplained, 'lines', 1),
    atLeast('control-notes-gone', went.planted.gone.lost, 'lines', 1),
  ];
};
