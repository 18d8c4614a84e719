import type { JSX } from 'react';
import { dangerIn } from '#modules/social/types.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Ask.module.css';

/** What stands there whatever is asked: whom to call when it is dangerous, and when it cannot wait. */
export const Danger = (): JSX.Element => {
  const t = useText('first-question');
  return (
    <section className={styles.danger} aria-label={t('danger.label')}>
      <p>
        <b>{t('danger.now')}</b> {t('danger.nowLine')}
      </p>
      <ButtonLink to={telephone('112')} look="danger" size="large" icon="phone">
        {t('danger.call')}
      </ButtonLink>
      <p>
        <b>{t('danger.urgent')}</b> {t('danger.urgentLine')}
      </p>
    </section>
  );
};

/** Lines that stand there at once, while somebody types that they are in danger. */
export const DangerLines = ({ typed }: { typed: string }): JSX.Element => {
  const t = useText('first-question');
  return (
    <div role="status" className={styles.lines}>
      {dangerIn(typed).map(({ code, phone, site }) => (
        <div key={code} className={styles.line}>
          <p>
            <b>{t(`lines.${code}.title`)}</b> {t(`lines.${code}.text`)}
          </p>
          <div className={styles.reach}>
            <ButtonLink to={telephone(phone)} look="danger" size="large" icon="phone">
              {t('lines.call', { phone })}
            </ButtonLink>
            <ButtonLink to={site} size="large" icon="external-link">
              {new URL(site).hostname.replace('www.', '')}
            </ButtonLink>
          </div>
        </div>
      ))}
    </div>
  );
};
