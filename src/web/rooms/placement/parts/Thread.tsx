import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { Messages } from './Messages.tsx';
import styles from './Parts.module.css';

/** The questions of an asked house, folded to one line until it has one or somebody answered. */
export const Thread = ({ request }: { request: RequestView }): JSX.Element => {
  const t = useText('facts');
  const count = request.messages.length;
  return (
    <details className={styles.thread} open={count > 0}>
      <summary>{count === 0 ? t('thread.ask') : t('thread.count', { count })}</summary>
      <Messages request={request} />
    </details>
  );
};
