import type { DayList, DayVisit } from '#modules/day-treatment/contract.ts';
import type { ActKind } from '#modules/day-treatment/types.ts';
import type { KeptAct, KeptDay, Shelf } from '#web/api/kept-day.ts';
import type { OwnAct } from './own-acts.ts';

export const NINE = Date.parse('2026-11-23T08:00:00Z');
export const ROOM = 'room';
const iso = (minutes: number): string => new Date(NINE + minutes * 60_000).toISOString();

/** Somebody who comes for iron, so many minutes after nine. */
export const visitOf = (id: string, minutes = 0, change: Partial<DayVisit> = {}): DayVisit => ({
  ...{ id, orderId: `order-${id}`, number: 1, of: 3, chair: 'S1' },
  seats: [
    { code: 'S1', from: 0 },
    { code: 'S4', from: 15 },
  ],
  person: { name: `Mw. ${id}`, born: 1962, birthDate: '1962-03-12' },
  treatment: {
    ...{ name: 'IJzer', group: 'iron', setUp: 15, running: 20, observation: 30, minutes: 65, ratio: 4 },
  },
  ...{ dose: '1.000 mg', weightKg: 71.5, from: iso(minutes), acts: [], note: null, stopRule: 'Koorts' },
  facts: {
    order: { until: '2027-01-01', ok: true },
    lab: { on: '2026-11-20', ok: true },
    drug: { readyAt: iso(-60) },
  },
  specialist: { name: 'dr. J. Oefen', phone: '0592-00 17 21' },
  ...{ reaction: ['Stop het infuus.'], emergency: [], stopped: false },
  ...change,
});

/** The list of a morning. */
export const listOf = (visits: readonly DayVisit[]): DayList => ({
  halfDay: {
    ...{ id: 'half-day', day: '2026-11-23', part: 'morning', from: iso(0), until: iso(240), version: 1 },
  },
  room: { id: ROOM, name: 'Thuiskamer', site: 'Marsdijk', zone: 'Europe/Amsterdam' },
  nurses: ['RA', 'SB'],
  care: { now: 0, of: 8 },
  visits: [...visits],
});

let count = 0;
/** An act of this device. */
export const actOf = (
  visitId: string,
  kind: ActKind,
  minutes: number,
  body: OwnAct['body'] = {},
): OwnAct => ({
  ...{ id: `act-${String(++count).padStart(3, '0')}`, visitId, kind, at: iso(minutes), byName: 'RA', body },
  ...{ unitId: ROOM, halfDayId: 'half-day', state: 'waiting' },
});

/** A shelf in memory; `copied` as a tablet that fell out would find it. */
export const shelfInMemory = (): Shelf & { readonly text: () => string } => {
  let day: KeptDay | null = null;
  const acts = new Map<string, KeptAct>();
  let key: Promise<CryptoKey> | undefined;
  return {
    day: async () => day,
    async putDay(kept) {
      day = kept;
    },
    async removeDay() {
      day = null;
    },
    acts: async () => [...acts.values()],
    async putActs(put) {
      for (const act of put) acts.set(act.id, act);
    },
    async removeActs(ids) {
      for (const id of ids) acts.delete(id);
    },
    deviceKey: () => {
      key ??= crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      return key;
    },
    /** Everything that stands on it, as somebody reads it who took the tablet along. */
    text: () => {
      const plain = [day?.sealed, ...[...acts.values()].map(({ sealed }) => sealed)].flatMap((sealed) =>
        sealed === undefined ? [] : [new TextDecoder('latin1').decode(sealed.text)],
      );
      return JSON.stringify([day, [...acts.values()], plain]);
    },
  };
};
