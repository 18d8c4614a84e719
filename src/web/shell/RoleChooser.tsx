import { type JSX, useEffect, useState } from 'react';
import { Problem } from '#web/api/problem.ts';
import { type PracticeRole, stepInto, usePracticeRoles } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Logo } from './Logo.tsx';
import styles from './RoleChooser.module.css';
import { LanguageSwitch, LightSwitch } from './Settings.tsx';

/** The sign of the party behind a role. */
const SIGNS: Readonly<Record<PracticeRole['role'], { readonly icon: string }>> = {
  gp: { icon: 'stethoscope' },
  'gp-assistant': { icon: 'phone' },
  'transfer-nurse': { icon: 'hospital' },
  desk: { icon: 'headset' },
  ward: { icon: 'bed' },
  'elderly-doctor': { icon: 'user-round' },
  'region-manager': { icon: 'landmark' },
  'security-officer': { icon: 'shield-check' },
  specialist: { icon: 'user-round' },
  'day-nurse': { icon: 'user-round' },
  'day-planner': { icon: 'clock' },
  'welfare-worker': { icon: 'handshake' },
};

const RoleCard = ({ role, onPick }: { role: PracticeRole; onPick: () => void }): JSX.Element => {
  const t = useText('shell');
  return (
    <button type="button" className={styles.role} onClick={onPick}>
      <Icon name={SIGNS[role.role].icon} size={24} />
      <b>{t(`role.${role.role}`)}</b>
      <small>{t('you.whoWhere', { who: role.name, where: role.place ?? role.organisation })}</small>
      <span className={styles.first}>
        <b>{t('welcome.first')}</b>
        {t(`minute.${role.role}`)}
      </span>
    </button>
  );
};

const Roles = (): JSX.Element => {
  const t = useText('shell');
  const { data, error } = usePracticeRoles();
  const [fault, setFault] = useState<Problem | null>(null);
  const shown = fault ?? error;
  const pick = (id: string): void => {
    stepInto(id).catch((reason: unknown) => {
      if (reason instanceof Problem) setFault(reason);
      else throw reason;
    });
  };
  return (
    <>
      <ProblemNotice problem={shown} />
      {data === undefined && error === null && (
        <Skeleton grid="1fr 1fr 1fr" rows={3} late={t('welcome.late')} />
      )}
      <ul className={styles.roles}>
        {data?.roles.map((role) => (
          <li key={role.id}>
            <RoleCard role={role} onPick={() => pick(role.id)} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** The welcome of the practice region: what this is, and "Kies een rol". After a choice the asked page appears. */
export const RoleChooser = (): JSX.Element => {
  const t = useText('shell');
  useEffect(() => {
    document.title = `${t('welcome.choose')} · Verkeerstoren`;
  }, [t]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.inside}>
          <Logo size={64} />
          <div>
            <h1>{t('welcome.title')}</h1>
            <p>{t('welcome.line')}</p>
          </div>
        </div>
      </header>
      <main id="main" className={styles.body}>
        <section className={styles.sheet}>
          <div className={styles.title}>
            <h2>{t('welcome.choose')}</h2>
            <span className={styles.practice}>{t('practice')}</span>
          </div>
          <p className={styles.lead}>{t('welcome.lead')}</p>
          <Roles />
          <ButtonLink to="/vraag" look="quiet" icon="message-circle-question-mark">
            {t('welcome.ask')}
          </ButtonLink>
        </section>
        <div className={styles.settings}>
          <LanguageSwitch />
          <LightSwitch />
        </div>
      </main>
    </div>
  );
};
