import type { Instant } from '#kernel/interval.ts';

/** Something only who has the key can read. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly text: ArrayBuffer;
}

/** The list of one half-day as this device keeps it; who is on it opens with the PIN alone. */
export interface KeptDay {
  readonly unitId: string;
  readonly halfDayId: string;
  /** When the half-day is over. */
  readonly until: Instant;
  /** How far the region's clock was ahead of this device, for when there is nobody to ask. */
  readonly ahead: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  /** Wrong PINs since the last right one. */
  readonly tries: number;
  readonly sealed: Sealed;
}

/** An act of this device: it waits for the network, the house has it, or the house will never take it. */
export interface KeptAct {
  readonly id: string;
  readonly unitId: string;
  readonly halfDayId: string;
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly sealed: Sealed;
}

/** Where a device keeps its half-day: IndexedDB, or a map in a test. */
export interface Shelf {
  readonly day: () => Promise<KeptDay | null>;
  readonly putDay: (day: KeptDay) => Promise<void>;
  readonly removeDay: () => Promise<void>;
  readonly acts: () => Promise<KeptAct[]>;
  readonly putActs: (acts: readonly KeptAct[]) => Promise<void>;
  readonly removeActs: (ids: readonly string[]) => Promise<void>;
  /** The key of this device, the same as long as this browser keeps anything; the browser never hands it out. */
  readonly deviceKey: () => Promise<CryptoKey>;
}

const STORES = ['day', 'acts', 'key'] as const;
type Store = (typeof STORES)[number];
const ONE = 'one';
const DATABASE = 'verkeerstoren-day';

let opened: Promise<IDBDatabase> | undefined;

const open = (): Promise<IDBDatabase> => {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => {
      for (const name of STORES) asked.result.createObjectStore(name);
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  }).catch((fault: unknown) => {
    opened = undefined;
    throw fault;
  });
  return opened;
};

/** What is written is on the disk before anybody says it is done: a tablet may fall out the next second. */
const within = async <Found>(
  name: Store,
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<Found> | null,
): Promise<Found | undefined> => {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const asked = run(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(asked?.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
};

const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

const deviceKey = async (): Promise<CryptoKey> => {
  const kept = await within<CryptoKey | undefined>('key', 'readonly', (store) => store.get(ONE));
  if (kept !== undefined) return kept;
  // Another window may make one too; the first that stands is everybody's.
  const made = await newKey();
  await within('key', 'readwrite', (store) => store.add(made, ONE)).catch(() => undefined);
  return (await within<CryptoKey | undefined>('key', 'readonly', (store) => store.get(ONE))) ?? made;
};

/** The shelf of this device. */
export const deviceShelf: Shelf = {
  day: async () => (await within<KeptDay | undefined>('day', 'readonly', (store) => store.get(ONE))) ?? null,
  async putDay(day) {
    await within('day', 'readwrite', (store) => store.put(day, ONE));
  },
  async removeDay() {
    await within('day', 'readwrite', (store) => store.clear());
  },
  acts: async () => (await within<KeptAct[]>('acts', 'readonly', (store) => store.getAll())) ?? [],
  async putActs(acts) {
    await within('acts', 'readwrite', (store) => {
      for (const act of acts) store.put(act, act.id);
      return null;
    });
  },
  async removeActs(ids) {
    await within('acts', 'readwrite', (store) => {
      for (const id of ids) store.delete(id);
      return null;
    });
  },
  deviceKey,
};

const listeners = new Set<() => void>();

/** Tells when the half-day was given up, so that nothing of it stays on screen either. */
export const whenForgotten = (listener: () => void): void => void listeners.add(listener);

/** Gives up the list and what the house has already; what it does not have yet waits, sealed, for the next who signs in. */
export const clearShelf = async (shelf: Shelf): Promise<void> => {
  await shelf.removeDay();
  const sent = (await shelf.acts()).filter(({ state }) => state === 'sent');
  await shelf.removeActs(sent.map(({ id }) => id));
};

const everKept = async (): Promise<boolean> =>
  'indexedDB' in globalThis && (await indexedDB.databases()).some(({ name }) => name === DATABASE);

/** Who signs out leaves no half-day behind on this device; one that never kept any has nothing to forget. */
export const forgetDay = async (): Promise<void> => {
  for (const listener of listeners) listener();
  if (await everKept().catch(() => false)) await clearShelf(deviceShelf).catch(() => undefined);
};
