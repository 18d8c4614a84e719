import { createHash } from 'node:crypto';

/** A handover as clients were told that it is. */
export interface Handed {
  readonly id: string;
  readonly requestId: string;
  readonly direction: 'in' | 'out';
  /** Who receives; null for somebody outside the region. */
  readonly toOrg: string | null;
  state: 'draft' | 'sent' | 'received' | 'revoked';
  version: number;
  /** How it reads now, and how it read each time it was sent. */
  text: string;
  readonly sent: string[];
  /** The files that go along, by what is in them. */
  readonly files: string[];
  /** Who takes over, as the confirmation said. */
  doctor: string | null;
  byPhone: boolean;
  /** How often each thing was done. */
  readonly done: Record<HandedEvent, number>;
}

/** What is done about a handover, as the diary calls it. */
export const HANDED_EVENTS = ['begun', 'saved', 'sent', 'file', 'received', 'revoked'] as const;
export type HandedEvent = (typeof HANDED_EVENTS)[number];

/** A handover that was begun a moment ago. */
export const begunHandover = (
  head: Pick<Handed, 'id' | 'requestId' | 'direction' | 'toOrg' | 'text'>,
): Handed => ({
  ...head,
  ...{ state: 'draft', version: 1, sent: [], files: [], doctor: null, byPhone: false },
  done: { begun: 1, saved: 0, sent: 0, file: 0, received: 0, revoked: 0 },
});

/** What is in a file, in a word. */
export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
