import type { JSX } from 'react';
import styles from './Form.module.css';
import { Found } from './Found.tsx';
import type { AskedFrom } from './Questions.tsx';
import { RequestForm } from './RequestForm.tsx';
import type { RequestInHand } from './use-request.ts';

/** Left what is asked, right what fits. */
export const Halves = ({ request, from }: { request: RequestInHand; from: AskedFrom }): JSX.Element => (
  <div className={styles.room}>
    <div className={styles.halves}>
      <RequestForm request={request} from={from} />
      <Found request={request} from={from} />
    </div>
  </div>
);
