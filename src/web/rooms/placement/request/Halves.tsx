import type { JSX } from 'react';
import styles from './Form.module.css';
import { Found } from './Found.tsx';
import { RequestForm } from './RequestForm.tsx';
import type { RequestInHand } from './use-request.ts';

/** Left what is asked, right what fits. `wide`: asked from a hospital or the desk. */
export const Halves = ({ request, wide }: { request: RequestInHand; wide: boolean }): JSX.Element => (
  <div className={styles.room}>
    <div className={styles.halves}>
      <RequestForm request={request} wide={wide} />
      <Found request={request} />
    </div>
  </div>
);
