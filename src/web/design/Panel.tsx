import { type JSX, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './Panel.module.css';

/** A flat sheet on the paper. With a title it is a named region; `padded` false for tables that touch the edge. */
export const Panel = ({
  title,
  padded = true,
  children,
}: {
  title?: string;
  padded?: boolean;
  children: ReactNode;
}): JSX.Element => {
  const id = useId();
  return (
    <section
      className={cx(styles.panel, padded && styles.padded)}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title !== undefined && (
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
      )}
      {children}
    </section>
  );
};
