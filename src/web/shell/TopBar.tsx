import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useNow } from '#web/api/clock.ts';
import { type Session, useSession } from '#web/api/session.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Kbd } from '#web/design/Kbd.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import { LiveAge } from './LiveAge.tsx';
import { Logo } from './Logo.tsx';
import { openPalette } from './palette.ts';
import { RoleSwitch } from './RoleSwitch.tsx';
import styles from './TopBar.module.css';

const DeskPhone = ({ session }: { session: Session }): JSX.Element => {
  const t = useText('shell');
  return (
    <a className={styles.desk} href={telephone(session.region.deskPhone)}>
      <Icon name="phone" size={17} />
      <b>{session.region.deskPhone}</b>
      <small>{t('desk')}</small>
    </a>
  );
};

const Practice = ({ session }: { session: Session | null | undefined }): JSX.Element | null => {
  const t = useText('shell');
  return session?.mode === 'practice' ? <span className={styles.practice}>{t('practice')}</span> : null;
};

const Clock = (): JSX.Element => {
  const format = useFormat();
  return <span className={styles.clock}>{format.clock(useNow('minute'))}</span>;
};

const Search = (): JSX.Element => {
  const t = useText('shell');
  return (
    <button type="button" className={styles.search} onClick={() => void openPalette()}>
      <Icon name="search" />
      <span>{t('search')}</span>
      <Kbd>Ctrl</Kbd>
      <Kbd>K</Kbd>
    </button>
  );
};

/** The head of a page: title and one line; search, life, clock, the desk's telephone and the role one acts in. */
export const TopBar = ({ title, line }: { title: string; line: ReactNode }): JSX.Element => {
  const { data: session } = useSession();
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <div className={styles.title}>
          <h1>{title}</h1>
          <Practice session={session} />
        </div>
        <p className={styles.line}>{line}</p>
      </div>
      {session !== null && session !== undefined && (
        <>
          <Search />
          <LiveAge className={styles.live} late={styles.late} />
          <Clock />
          <DeskPhone session={session} />
          <RoleSwitch session={session} />
        </>
      )}
    </header>
  );
};

/** The head on a phone: the tower, or a way back, and the desk one press away. */
export const PhoneHead = ({
  title,
  line,
  back,
}: {
  title: string;
  line: ReactNode;
  back?: string;
}): JSX.Element => {
  const t = useText('shell');
  const { data: session } = useSession();
  return (
    <header className={styles.phone}>
      {back === undefined ? (
        <Logo size={30} />
      ) : (
        <Link to={back} className={styles.back} aria-label={t('back')}>
          <Icon name="chevron-left" size={22} />
        </Link>
      )}
      <div className={styles.name}>
        <div className={styles.title}>
          <h1>{title}</h1>
          <Practice session={session} />
        </div>
        <p className={styles.line}>{line}</p>
      </div>
      {session !== null && session !== undefined && <DeskPhone session={session} />}
    </header>
  );
};
