import type { JSX } from 'react';
import type { Agreements } from '#modules/region/contract.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Signatures.module.css';

/** Who signed, when and by whose hand; and who has not yet. */
export const Signatures = ({ version }: { version: Agreements['versions'][number] }): JSX.Element => {
  const t = useText('agreement');
  const format = useFormat();
  return (
    <ul className={styles.signatures}>
      {version.signatures.map(({ party, name, signedAt }) => (
        <li key={party.id}>
          <Icon name="check" size={15} />
          <span>
            <b>{party.name}</b>
            <small>{t('signed.by', { name, day: format.day(Date.parse(signedAt)) })}</small>
          </span>
        </li>
      ))}
      {version.missing.map(({ id, name }) => (
        <li key={id} className={styles.missing}>
          <Icon name="circle-dashed" size={15} />
          <span>
            <b>{name}</b>
            <small>{t('signed.not')}</small>
          </span>
        </li>
      ))}
    </ul>
  );
};
