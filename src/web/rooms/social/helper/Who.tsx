import type { JSX, ReactNode } from 'react';
import type { HelperReferral } from '#modules/social/contract.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Helper.module.css';

/** Who calls whom, in a sentence; with the moment when one was agreed. */
const Warm = ({ view: { referral } }: { view: HelperReferral }): JSX.Element => {
  const t = useText('helper');
  const format = useFormat();
  const { warm, warmAt, madeBy } = referral;
  const at = warmAt === null ? null : Date.parse(warmAt);
  return (
    <p>
      {t(`warm.${warm}`, { name: madeBy })}
      {at !== null && ` ${t('warm.at', { day: format.longDay(at), clock: format.clock(at) })}`}
    </p>
  );
};

/** Who it is, how they are reached, what they ask, and who referred. `children`: what is done about it. */
export const Who = ({ view, children }: { view: HelperReferral; children: ReactNode }): JSX.Element => {
  const t = useText('helper');
  const format = useFormat();
  const { referral, fromPhone } = view;
  const { person } = referral;
  const about = [
    person === null ? null : t('who.age', { band: person.ageBand }),
    person?.pc4 == null ? null : t('who.pc4', { pc4: person.pc4 }),
  ].filter((part) => part !== null);
  return (
    <>
      <section className={styles.who} aria-labelledby="who">
        <h1 id="who">{referral.name}</h1>
        <p className={styles.about}>{about.join(' · ')}</p>
        <blockquote className={styles.question}>{referral.question}</blockquote>
        <Warm view={view} />
        {person?.phone != null && (
          <ButtonLink to={telephone(person.phone)} look="call" size="large" wide icon="phone">
            {t('who.call', { phone: person.phone })}
          </ButtonLink>
        )}
      </section>
      {children}
      <section className={styles.from} aria-labelledby="from">
        <h2 id="from">{t('from.title')}</h2>
        <p>
          {t('from.line', {
            name: referral.madeBy,
            organisation: referral.from,
            day: format.longDay(Date.parse(referral.madeAt)),
          })}
        </p>
        <p>{t('from.for', { service: referral.service.name, code: referral.code })}</p>
        {fromPhone !== null && (
          <ButtonLink to={telephone(fromPhone)} size="large" wide icon="phone">
            {t('from.call', { phone: fromPhone })}
          </ButtonLink>
        )}
      </section>
    </>
  );
};
