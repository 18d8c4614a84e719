import type { Instant } from '#kernel/interval.ts';
import type { ActsAnswer, ActsBody, DayList } from '#modules/day-treatment/contract.ts';
import type { ActKind } from '#modules/day-treatment/types.ts';
import { clearShelf, type KeptAct, type KeptDay, type Shelf } from '#web/api/kept-day.ts';
import { actsOf, afterAnswer, isPast, type OwnAct, toldBack } from './own-acts.ts';
import { keyOfPin, newSalt, seal, unseal } from './seal.ts';

/** So many wrong PINs, and the list is gone from this device. */
const MOST_TRIES = 5;
/** So many acts go in one question; the house takes 500. */
const BATCH = 200;

/** How the house is reached with acts. Throws when there is no answer. */
export type Wire = (halfDayId: string, body: ActsBody) => Promise<ActsAnswer>;

/** What is known of the half-day on this device. */
export interface Keeping {
  /** looking: not read yet · none: no day here · locked: a day behind its PIN · open. */
  readonly phase: 'looking' | 'none' | 'locked' | 'open';
  readonly list: DayList | null;
  readonly unitId: string | null;
  readonly own: readonly OwnAct[];
  /** What was done here since the day was opened, in that order, wherever it stands now. */
  readonly mine: readonly string[];
  readonly triesLeft: number;
  /** Five wrong PINs took the list away. */
  readonly wiped: boolean;
  /** Since when acts do not get through, and why; null: they do. */
  readonly stuck: { readonly since: Instant; readonly fault: unknown } | null;
}

/** One act before it has an id and a moment. */
export interface Doing {
  readonly visitId: string;
  readonly kind: ActKind;
  readonly body?: Readonly<Record<string, unknown>>;
}

interface Opened {
  readonly list: DayList;
  readonly byName: string;
}

const START: Keeping = {
  ...{ phase: 'looking', list: null, unitId: null, own: [], mine: [], triesLeft: MOST_TRIES },
  ...{ wiped: false, stuck: null },
};

/**
 * Keeps one half-day on a tablet. Who is on the list opens with the PIN; an act names nobody and is sealed with the key
 * of the device, so it goes by itself when the network is back, also when the list is locked or gone.
 */
export class DayKeeper {
  readonly #shelf: Shelf;
  readonly #wire: Wire;
  readonly #clock: () => Instant;
  readonly #device: () => number;
  readonly #listeners = new Set<() => void>();
  #keeping = START;
  #kept: KeptDay | null = null;
  #pinKey: CryptoKey | null = null;
  #byName = '';
  #lastAt = 0;
  #sending: Promise<void> | null = null;

  /** `clock` is the region's time, `device` that of the tablet itself: after it was switched off it knows no other. */
  constructor(shelf: Shelf, wire: Wire, clock: () => Instant, device: () => number) {
    this.#shelf = shelf;
    this.#wire = wire;
    this.#clock = clock;
    this.#device = device;
  }

  /** What is known now. */
  readonly now = (): Keeping => this.#keeping;

  /** Calls when something changed; answers how to stop. */
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Reads what this device kept, once; what is past is given up. Answers how far the region's clock was ahead. */
  async look(): Promise<number | null> {
    if (this.#keeping.phase !== 'looking') return this.#kept?.ahead ?? null;
    this.#kept = await this.#shelf.day();
    if (this.#isPast()) await this.#giveUp();
    const own = await this.#readActs();
    const { unitId = null, tries = 0 } = this.#kept ?? {};
    const phase = this.#kept === null ? 'none' : 'locked';
    this.#tell({ own, unitId, phase, triesLeft: MOST_TRIES - tries });
    return this.#kept?.ahead ?? null;
  }

  /** A new day under a new PIN. Acts of an earlier day that still wait go on waiting. */
  async begin(
    pin: string,
    list: DayList,
    who: { readonly byName: string; readonly ahead: number },
  ): Promise<void> {
    const salt = newSalt();
    const key = await keyOfPin(pin, salt);
    const [until, unitId] = [Date.parse(list.halfDay.until), list.room.id];
    this.#kept = {
      ...{ unitId, halfDayId: list.halfDay.id, until, ahead: who.ahead, salt, tries: 0 },
      sealed: await seal(key, { list, byName: who.byName } satisfies Opened),
    };
    await this.#shelf.putDay(this.#kept);
    this.#open(key, { list, byName: who.byName });
  }

  /** Opens the day that is kept; a wrong PIN counts before it is tried, so that nobody gets a sixth by pulling the plug. */
  async unlock(pin: string): Promise<boolean> {
    const kept = this.#kept;
    if (kept === null) return false;
    this.#kept = { ...kept, tries: kept.tries + 1 };
    await this.#shelf.putDay(this.#kept);
    const key = await keyOfPin(pin, kept.salt);
    const opened = await unseal<Opened>(key, kept.sealed);
    if (opened !== null) {
      this.#kept = { ...kept, tries: 0 };
      await this.#shelf.putDay(this.#kept);
      this.#open(key, opened);
      return true;
    }
    if (this.#kept.tries < MOST_TRIES) this.#tell({ triesLeft: MOST_TRIES - this.#kept.tries });
    else {
      await this.#giveUp();
      this.#tell({ phase: 'none', wiped: true, triesLeft: MOST_TRIES, own: await this.#readActs() });
    }
    return false;
  }

  /** Behind the PIN again. */
  lock(): void {
    this.#pinKey = null;
    if (this.#keeping.phase === 'open') this.#tell({ phase: 'locked', list: null });
  }

  /** The day was given up elsewhere (somebody signed out): nothing of it stays here but what the house does not have yet. */
  forgotten(): void {
    [this.#kept, this.#pinKey] = [null, null];
    const own = this.#keeping.own.filter(({ state }) => state !== 'sent');
    this.#tell({ ...START, phase: this.#keeping.phase === 'looking' ? 'looking' : 'none', own });
  }

  /** Gives a day up that is over. */
  async tidy(): Promise<void> {
    if (!this.#isPast()) return;
    await this.#giveUp();
    this.#tell({ phase: 'none', list: null, own: await this.#readActs() });
  }

  /** A newer list of the same half-day; own acts that stand in it need no second place. */
  async take(list: DayList): Promise<void> {
    const [kept, key] = [this.#kept, this.#pinKey];
    if (kept === null || key === null || kept.halfDayId !== list.halfDay.id) return;
    this.#tell({ list });
    const sealed = await seal(key, { list, byName: this.#byName } satisfies Opened);
    // Somebody may have locked or left in between: then what was given up stays given up.
    if (this.#pinKey !== key || this.#kept === null) return;
    this.#kept = { ...this.#kept, until: Date.parse(list.halfDay.until), sealed };
    await this.#shelf.putDay(this.#kept);
    const gone = new Set(toldBack(this.#keeping.own, list).map(({ id }) => id));
    await this.#shelf.removeActs([...gone]);
    this.#tell({ own: this.#keeping.own.filter(({ id }) => !gone.has(id)) });
  }

  /** Writes an act down. It is on the disk before it is on the screen. */
  async add({ visitId, kind, body = {} }: Doing): Promise<void> {
    const { unitId, list } = this.#keeping;
    if (unitId === null || list === null) return;
    // Two acts of one moment would have no order, and what is done comes after what its nurse saw, whoever's clock is slow.
    const seen = actsOf(list, this.#keeping.own, visitId).map(({ at }) => at + 1);
    this.#lastAt = Math.max(this.#clock(), this.#lastAt + 1, ...seen);
    const act: OwnAct = {
      ...{ id: crypto.randomUUID(), visitId, kind, body, byName: this.#byName, state: 'waiting' },
      ...{ at: new Date(this.#lastAt).toISOString(), unitId, halfDayId: list.halfDay.id },
    };
    await this.#shelf.putActs([await this.#sealed(act)]);
    this.#tell({ own: [...this.#keeping.own, act], mine: [...this.#keeping.mine, act.id] });
  }

  /** Sends what waits of this room. Twice at once is once; what was answered for is not asked again. */
  send(unitId: string): Promise<void> {
    this.#sending ??= this.#sendAll(unitId)
      .then(() => this.#tell({ stuck: null }))
      .catch((fault: unknown) => {
        this.#tell({ stuck: { since: this.#keeping.stuck?.since ?? this.#clock(), fault } });
        throw fault;
      })
      .finally(() => {
        this.#sending = null;
      });
    return this.#sending;
  }

  /** Somebody saw that the house did not take this act. */
  async dismiss(id: string): Promise<void> {
    await this.#shelf.removeActs([id]);
    this.#tell({ own: this.#keeping.own.filter((act) => act.id !== id) });
  }

  async #sendAll(unitId: string): Promise<void> {
    const waits = (act: OwnAct): boolean => act.state === 'waiting' && act.unitId === unitId;
    for (;;) {
      const [first] = this.#keeping.own.filter(waits);
      if (first === undefined) return;
      const batch = this.#keeping.own
        .filter((act) => waits(act) && act.halfDayId === first.halfDayId)
        .slice(0, BATCH);
      const acts = batch.map(({ id, visitId, kind, at, body }) => ({ id, visitId, kind, at, body }));
      const answer = await this.#wire(first.halfDayId, { acts });
      if (answer.kept.length + answer.refused.length === 0) return;
      await this.#settle(answer);
    }
  }

  async #settle(answer: ActsAnswer): Promise<void> {
    const before = this.#keeping.own;
    const own = afterAnswer(before, answer);
    const changed = own.filter((act, i) => act !== before[i]);
    // Without a list there is nobody left to show what was sent.
    const [sent, rest] = [
      changed.filter(({ state }) => state === 'sent'),
      changed.filter(({ state }) => state !== 'sent'),
    ];
    if (this.#kept === null) await this.#shelf.removeActs(sent.map(({ id }) => id));
    const write = this.#kept === null ? rest : changed;
    await this.#shelf.putActs(await Promise.all(write.map((act) => this.#sealed(act))));
    // Whoever goes on working in the meantime adds acts: those are kept as they are.
    const settled = new Map(changed.map((act) => [act.id, act]));
    const now = this.#keeping.own.map((act) => settled.get(act.id) ?? act);
    this.#tell({ own: this.#kept === null ? now.filter(({ state }) => state !== 'sent') : now });
  }

  async #sealed({ id, unitId, halfDayId, state, ...said }: OwnAct): Promise<KeptAct> {
    return { id, unitId, halfDayId, state, sealed: await seal(await this.#shelf.deviceKey(), said) };
  }

  async #readActs(): Promise<OwnAct[]> {
    const key = await this.#shelf.deviceKey();
    const read = (await this.#shelf.acts()).map(async ({ sealed, ...kept }) => {
      const said = await unseal<Omit<OwnAct, keyof KeptAct>>(key, sealed);
      return said === null ? [] : [{ ...said, ...kept } as OwnAct];
    });
    const own = (await Promise.all(read)).flat().toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
    this.#lastAt = Math.max(this.#lastAt, ...own.map(({ at }) => Date.parse(at)));
    return own;
  }

  #isPast(): boolean {
    return this.#kept !== null && isPast(this.#kept, this.#device() + this.#kept.ahead);
  }

  async #giveUp(): Promise<void> {
    [this.#kept, this.#pinKey] = [null, null];
    await clearShelf(this.#shelf);
  }

  #open(key: CryptoKey, { list, byName }: Opened): void {
    [this.#pinKey, this.#byName] = [key, byName];
    this.#tell({ phase: 'open', list, unitId: list.room.id, triesLeft: MOST_TRIES, wiped: false });
  }

  #tell(change: Partial<Keeping>): void {
    this.#keeping = { ...this.#keeping, ...change };
    for (const listener of this.#listeners) listener();
  }
}
