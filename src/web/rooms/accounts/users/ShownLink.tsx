import { type JSX, useEffect, useRef, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import styles from './Users.module.css';

/** The link of an invitation, shown this once: who invites brings it to the right person. */
export const ShownLink = ({
  link,
  email,
  onDone,
}: {
  link: string;
  email: string;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('accounts');
  const [copied, setCopied] = useState(false);
  const here = useRef<HTMLDivElement>(null);
  // It is seen this once: the eye and the keys go there.
  useEffect(() => here.current?.querySelector('button')?.focus(), []);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
    announce(t('codes.copied'));
  };
  return (
    <div ref={here}>
      <Notice
        kind="good"
        icon="mail"
        title={t('invite.made', { email })}
        announce
        actions={
          <>
            <Button size="small" icon={copied ? 'check' : 'copy'} onPress={() => void copy()}>
              {copied ? t('codes.copied') : t('invite.copy')}
            </Button>
            <Button size="small" look="quiet" onPress={onDone}>
              {t('invite.done')}
            </Button>
          </>
        }
      >
        <p>{t('invite.madeLine')}</p>
        <code className={styles.link}>{link}</code>
      </Notice>
    </div>
  );
};
