import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Letter } from '#platform/outbox/mail.ts';
import type { ShortMessage } from '#platform/outbox/short-message.ts';

/** What the door of who helps without an account works with. */
export interface HelperParts {
  /** Codes are kept under it. */
  readonly codeKey: Buffer;
  /** Signs the links about the room at a service. */
  readonly linkKey: Buffer;
  readonly practice: boolean;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  /** Sends a letter at once; null: this installation sends no mail. */
  readonly sendNow: ((letter: Letter) => Promise<boolean>) | null;
  /** Sends a message to a telephone at once; null: this installation sends none. */
  readonly textNow: ((message: ShortMessage) => Promise<boolean>) | null;
}
