import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { OwnDoor } from '#web/rooms/people/own/OwnDoor.tsx';
import { ChooseHouse } from '#web/rooms/placement/answers/ChooseHouse.tsx';
import { OtherDates } from '#web/rooms/placement/answers/OtherDates.tsx';
import { Documents } from '#web/rooms/placement/parts/Documents.tsx';
import { LadderNotice } from '#web/rooms/placement/parts/LadderNotice.tsx';
import { Messages } from '#web/rooms/placement/parts/Messages.tsx';
import { Missing } from '#web/rooms/placement/parts/Missing.tsx';
import { Sharing } from '#web/rooms/placement/parts/Sharing.tsx';
import { Transport } from '#web/rooms/placement/parts/Transport.tsx';
import { Waits } from '#web/rooms/placement/parts/Waits.tsx';
import { TriagePanel } from '#web/rooms/placement/triage/TriagePanel.tsx';
import styles from './Case.module.css';

/** What must not be overlooked before a place is chosen: what houses answered, who must be called above them, and an unfinished triage. */
export const CaseFirst = ({ request }: { request: RequestView }): JSX.Element => (
  <div className={styles.first}>
    <ChooseHouse request={request} />
    <OtherDates request={request} />
    <LadderNotice request={request} />
    {!request.triage.complete && <TriagePanel key={request.id} request={request} />}
  </div>
);

/** Everything that was written, sent along and waited for: behind one line, so that the choice stays in sight. */
export const CaseFile = ({ request }: { request: RequestView }): JSX.Element => {
  const t = useText('desk');
  const counts = { words: request.messages.length, files: request.documents.length };
  return (
    <details className={styles.file} open={request.state === 'accepted'}>
      <summary>
        {t('file.title')}
        <span>
          {[
            ...(counts.words > 0 ? [t('file.words', { count: counts.words })] : []),
            ...(counts.files > 0 ? [t('file.files', { count: counts.files })] : []),
            ...(request.missing.length > 0 ? [t('file.missing', { count: request.missing.length })] : []),
          ].join(' · ')}
        </span>
      </summary>
      <div className={styles.parts}>
        <Waits request={request} />
        <Transport request={request} />
        <Missing request={request} />
        <Sharing request={request} />
        <Messages request={request} />
        {request.person !== null && <OwnDoor key={request.id} personId={request.person.id} />}
        <Documents request={request} />
        {request.triage.complete && <TriagePanel key={request.id} request={request} />}
      </div>
    </details>
  );
};
