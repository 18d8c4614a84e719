import { isUtf8 } from 'node:buffer';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { type Case, openCase } from './case.ts';
import { requestLine } from './doing.ts';
import { openOf, requestsById } from './store.ts';
import { documentBytes, insertDocument, removeDocument } from './store-facts.ts';
import type { DocumentKind } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** A file as it comes in; `content` is base64. */
export interface SentFile {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly content: string;
}

/** The largest file that is taken in, in megabytes. */
const MOST_MEGABYTES = 5;
const MOST = MOST_MEGABYTES * 1_048_576;

const BEGINNINGS: readonly {
  readonly mime: string;
  readonly bytes: readonly number[];
  readonly ends: RegExp;
}[] = [
  { mime: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], ends: /\.pdf$/i },
  { mime: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], ends: /\.png$/i },
  { mime: 'image/jpeg', bytes: [0xff, 0xd8, 0xff], ends: /\.jpe?g$/i },
];

/** Words to read, not a page that does something; tabs and line ends are the only control characters. */
const isPlainText = (bytes: Buffer): boolean => {
  if (bytes.length === 0 || !isUtf8(bytes)) return false;
  const text = bytes.toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are looked for
  return !/^\s*</.test(text) && !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) && text.trim() !== '';
};

/** What a file is by its content, never by its name; null when nobody here can open it, or its name says otherwise. */
const typeOf = (bytes: Buffer, name: string): string | null => {
  const found = BEGINNINGS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  const claimed = BEGINNINGS.find(({ ends }) => ends.test(name));
  if (claimed !== undefined && claimed !== found) return null;
  return found?.mime ?? (isPlainText(bytes) ? 'text/plain' : null);
};

/** The last part of a path, without characters that a screen or a folder stumbles over. */
const tidy = (name: string): string =>
  name
    .replace(/^.*[/\\]/s, '')
    .replaceAll(/\p{Cc}|["<>:|?*]/gu, '')
    .trim() || 'bestand';

/** A file that may be taken in: its bytes, a tidy name, and what it is. */
export interface TakenFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

/** Looks at a file before it is kept, by its size and its content; `content` is base64. */
export const takeFileIn = (file: Pick<SentFile, 'name' | 'content'>): Result<TakenFile, Refusal> => {
  const bytes = Buffer.from(file.content, 'base64');
  if (bytes.length > MOST) return refuse({ code: 'document-too-large', params: { most: MOST_MEGABYTES } });
  const name = tidy(file.name);
  const mime = typeOf(bytes, name);
  return mime === null ? refuse({ code: 'document-not-readable' }) : ok({ name, mime, bytes });
};

/** Sends a letter or another file along. Who may not know the person cannot, and never sees it. */
export const addDocument = async (tx: Tx, requestId: string, file: SentFile, doing: Doing): Answer<Case> => {
  const taken = takeFileIn(file);
  if (!taken.ok) return taken;
  const { name, mime, bytes } = taken.value;
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const [open] = await openOf(tx, [requestId]);
  if (open === undefined) return refuse({ code: 'request-unknown' });
  if (found.value.request.state === 'closed') return refuse({ code: 'request-not-open' });
  const { id: actor, organisationId: fromOrg } = doing.actor;
  const row = {
    id: newId(),
    requestId,
    kind: file.kind,
    name,
    mime,
    size: bytes.length,
    fromOrg,
    at: doing.now,
  };
  await insertDocument(tx, row, { personId: open.personId, bytes, actor });
  await record(tx, [requestLine(doing, 'document', found.value, { documentId: row.id, kind: row.kind })]);
  return found;
};

/** Takes an own file back. */
export const takeDocumentBack = async (
  tx: Tx,
  of: { readonly requestId: string; readonly id: string },
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, of.requestId);
  if (!found.ok) return found;
  const mine = { ...of, fromOrg: doing.actor.organisationId };
  if (!(await removeDocument(tx, mine, doing.now))) return refuse({ code: 'document-unknown' });
  await record(tx, [requestLine(doing, 'document-removed', found.value, { documentId: of.id })]);
  return found;
};

/** The bytes of a file of a request one is a party to. */
export const openDocument = async (
  tx: Tx,
  of: { readonly requestId: string; readonly id: string },
): Answer<{ readonly name: string; readonly mime: string; readonly bytes: Buffer }> => {
  const [request] = await requestsById(tx, [of.requestId]);
  const found = request === undefined ? null : await documentBytes(tx, of);
  return found === null ? refuse({ code: 'document-unknown' }) : ok(found);
};
