import type { JSX, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import styles from './Notice.module.css';

/**
 * empty: nothing here, with the next step · conflict: someone was first, or something to know · failed: it did not
 * work, what now · offline: no connection · aged: figures too old · good: it worked · plain: by the way.
 */
export type NoticeKind = 'empty' | 'conflict' | 'failed' | 'offline' | 'aged' | 'good' | 'plain';

const ICONS: Readonly<Record<NoticeKind, JSX.Element>> = {
  empty: <Icon name="search-x" size={28} />,
  conflict: <Icon name="git-merge" size={20} />,
  failed: <Icon name="circle-alert" size={20} />,
  offline: <Icon name="cloud-off" size={20} />,
  aged: <Icon name="circle-dashed" size={20} />,
  good: <Icon name="circle-check" size={20} />,
  plain: <Icon name="eye-off" size={20} />,
};

/**
 * A sentence with its next step. `announce` reads it aloud when it appears (answers to what the reader just did);
 * `actions` come before `more`, the small print.
 */
export const Notice = ({
  kind,
  icon,
  title,
  children,
  actions,
  more,
  announce = false,
}: {
  kind: NoticeKind;
  icon?: string;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  more?: ReactNode;
  announce?: boolean;
}): JSX.Element => (
  <div className={cx(styles.notice, styles[kind])} role={announce ? 'status' : undefined}>
    {icon === undefined ? ICONS[kind] : <Icon name={icon} size={kind === 'empty' ? 28 : 20} />}
    <div>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {more !== undefined && <div className={styles.more}>{more}</div>}
    </div>
  </div>
);
