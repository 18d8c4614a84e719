import { type JSX, useEffect, useRef, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import styles from './Users.module.css';

/** The link of an invitation, shown this once: who invites brings it to the right person. Null: it went there by mail. */
export const ShownLink = ({
  link,
  email,
  again = false,
  onDone,
}: {
  link: string | null;
  email: string;
  /** For somebody who is there already and sets up anew what they sign in with. */
  again?: boolean;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('accounts');
  const [copied, setCopied] = useState(false);
  const wordsOf = (shown: string | null, reset: boolean): string => {
    if (shown === null) return reset ? t('reset.mailedLine') : t('invite.mailedLine');
    return reset ? t('reset.madeLine') : t('invite.madeLine');
  };
  const here = useRef<HTMLDivElement>(null);
  // It is seen this once: the eye and the keys go there.
  useEffect(() => here.current?.querySelector('button')?.focus(), []);
  const copy = async (shown: string): Promise<void> => {
    await navigator.clipboard.writeText(shown);
    setCopied(true);
    announce(t('codes.copied'));
  };
  return (
    <div ref={here}>
      <Notice
        kind="good"
        icon="mail"
        title={link === null ? t('invite.mailed', { email }) : t('invite.made', { email })}
        announce
        actions={
          <>
            {link !== null && (
              <Button size="small" icon={copied ? 'check' : 'copy'} onPress={() => void copy(link)}>
                {copied ? t('codes.copied') : t('invite.copy')}
              </Button>
            )}
            <Button size="small" look="quiet" onPress={onDone}>
              {t('invite.done')}
            </Button>
          </>
        }
      >
        <p>{wordsOf(link, again)}</p>
        {link !== null && <code className={styles.link}>{link}</code>}
      </Notice>
    </div>
  );
};
