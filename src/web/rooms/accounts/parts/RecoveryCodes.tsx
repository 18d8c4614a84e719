import { type JSX, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import styles from './Codes.module.css';

/** The recovery codes, seen this once: to print or to copy, and gone from the screen when the reader says they are kept. */
export const RecoveryCodes = ({
  codes,
  onKept,
}: {
  codes: readonly string[];
  onKept: () => void;
}): JSX.Element => {
  const t = useText('accounts');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
    announce(t('codes.copied'));
  };
  return (
    <div className={styles.block}>
      <p>{t('codes.line')}</p>
      <ol className={styles.codes} aria-label={t('codes.title')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={styles.acts}>
        <Button icon="printer" onPress={() => window.print()}>
          {t('codes.print')}
        </Button>
        <Button icon={copied ? 'check' : 'copy'} onPress={() => void copy()}>
          {copied ? t('codes.copied') : t('codes.copy')}
        </Button>
      </div>
      <p className={styles.warn}>
        <Icon name="eye-off" size={15} />
        {t('codes.once')}
      </p>
      <Button look="primary" size="large" wide onPress={onKept}>
        {t('codes.kept')}
      </Button>
    </div>
  );
};
