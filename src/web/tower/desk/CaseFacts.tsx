import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { Documents } from '#web/rooms/placement/parts/Documents.tsx';
import { LadderNotice } from '#web/rooms/placement/parts/LadderNotice.tsx';
import { Messages } from '#web/rooms/placement/parts/Messages.tsx';
import { Missing } from '#web/rooms/placement/parts/Missing.tsx';
import { Transport } from '#web/rooms/placement/parts/Transport.tsx';
import { Waits } from '#web/rooms/placement/parts/Waits.tsx';
import styles from './Steps.module.css';

/** What stands beside the choice: the ladder when it is due, where it waited, what is missing, the ride, files and words. */
export const CaseFacts = ({ request }: { request: RequestView }): JSX.Element => (
  <div className={styles.facts}>
    <LadderNotice request={request} />
    <Waits request={request} />
    <Missing request={request} />
    <Transport request={request} />
    <Messages request={request} />
    <Documents request={request} />
  </div>
);
