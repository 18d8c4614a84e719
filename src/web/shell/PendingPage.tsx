import type { JSX } from 'react';
import { Skeleton } from '#web/design/Skeleton.tsx';
import styles from './Door.module.css';

/** While the code of a page is on its way: its frame, and a place for the focus to land. */
export const PendingPage = (): JSX.Element => (
  <main id="main" tabIndex={-1} className={styles.waiting}>
    <Skeleton grid="2fr 1fr 3fr" />
  </main>
);
