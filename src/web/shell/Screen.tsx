import { type JSX, type ReactNode, useEffect } from 'react';
import { cx } from '#web/design/cx.ts';
import { ConnectionBand } from './ConnectionBand.tsx';
import styles from './Screen.module.css';
import { PhoneHead, TopBar } from './TopBar.tsx';
import { usePhone } from './use-phone.ts';

/**
 * One page inside the shell: its title and one line in the head, its contents, and a foot that stays in sight.
 * `back` is where the chevron on a phone leads; a page with a foot has no bottom bar there.
 * `edgeless`: the contents touch the edges (a strip below the head); give inner blocks their own margin.
 */
export const Screen = ({
  title,
  line,
  back,
  foot,
  edgeless = false,
  children,
}: {
  title: string;
  line: ReactNode;
  back?: string;
  foot?: ReactNode;
  edgeless?: boolean;
  children: ReactNode;
}): JSX.Element => {
  const phone = usePhone();
  useEffect(() => {
    document.title = `${title} · Verkeerstoren`;
  }, [title]);
  return (
    <div className={styles.screen} data-foot={foot !== undefined || undefined}>
      <div className={styles.top}>
        {phone ? (
          <PhoneHead title={title} line={line} {...(back === undefined ? {} : { back })} />
        ) : (
          <TopBar title={title} line={line} />
        )}
        <ConnectionBand />
      </div>
      <main id="main" tabIndex={-1} className={cx(styles.main, edgeless && styles.edgeless)}>
        {children}
      </main>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </div>
  );
};
