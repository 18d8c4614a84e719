import { type JSX, type ReactNode, useId } from 'react';
import styles from './parts.module.css';

/** A part of the page of a stay: its title, a word beside it, and what can be done on the right. */
export const StayPanel = ({
  title,
  beside,
  action,
  children,
}: {
  title: string;
  beside?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}): JSX.Element => {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {beside}
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </div>
      {children}
    </section>
  );
};
