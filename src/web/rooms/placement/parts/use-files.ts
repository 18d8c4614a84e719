import { useState } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import type { DocumentKind } from '#modules/placement/types.ts';
import { call } from '#web/api/call.ts';
import { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { useText } from '#web/i18n/texts.ts';
import { useStep } from '#web/rooms/placement/use-step.ts';
import { offerUndo } from '#web/shell/undo.ts';
import { inBase64, LARGEST_FILE } from './file-bytes.ts';

/** Takes an own file of a request back. */
export const takeFileBack = async (requestId: string, documentId: string): Promise<void> => {
  await call('POST', `/api/v1/requests/${requestId}/documents/${documentId}/remove`, {});
  await readAgain(['request']);
};

/** Sending files along, one at a time: which is on its way, and what was the matter with the last. */
export interface Files {
  readonly sending: string | null;
  readonly tooLarge: boolean;
  readonly problem: Problem | null;
  readonly send: (file: File, kind: DocumentKind) => Promise<void>;
}

/** Sends a file along and offers ten seconds to take it back. */
export const useFiles = (request: RequestView): Files => {
  const t = useText('facts');
  const { take, problem } = useStep();
  const [sending, setSending] = useState<string | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const send = async (file: File, kind: DocumentKind): Promise<void> => {
    setTooLarge(file.size > LARGEST_FILE);
    if (file.size > LARGEST_FILE) return;
    setSending(file.name);
    const known = new Set(request.documents.map(({ id }) => id));
    const body = { kind, name: file.name, content: await inBase64(file) };
    const after = await take({ path: `/requests/${request.id}/documents`, body });
    setSending(null);
    if (after instanceof Problem) return;
    const sent = after.documents.find(({ id, own }) => own && !known.has(id));
    if (sent !== undefined)
      offerUndo(t('files.sent', { name: sent.name }), () => takeFileBack(request.id, sent.id));
  };
  return { sending, tooLarge, problem, send };
};
