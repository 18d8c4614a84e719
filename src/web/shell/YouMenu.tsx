import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { type Session, stepInto, stepOut, usePracticeRoles } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { OwnAccount } from './OwnAccount.tsx';
import styles from './RoleSwitch.module.css';
import { IN_BOTTOM_BAR, roomsFor } from './rooms.ts';
import { KeysSwitch, LanguageSwitch, LightSwitch, SoundSwitch } from './Settings.tsx';
import { usePhone } from './use-phone.ts';

const Roles = ({ session, onDone }: { session: Session; onDone: () => void }): JSX.Element => {
  const t = useText('shell');
  const navigate = useNavigate();
  const { data } = usePracticeRoles();
  const step = async (id: string): Promise<void> => {
    await stepInto(id);
    onDone();
    await navigate({ to: '/' });
  };
  return (
    <section>
      <h2>{t('you.change')}</h2>
      <ul className={styles.roles}>
        {data?.roles.map((role) => (
          <li key={role.id}>
            <button
              type="button"
              className={styles.pick}
              aria-current={role.id === session.actor.id ? 'true' : undefined}
              onClick={() => void step(role.id)}
            >
              <b>{t(`role.${role.role}`)}</b>
              <small>{t('you.whoWhere', { who: role.name, where: role.place ?? role.organisation })}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The rooms that do not fit in the bottom bar of a phone. */
const OtherRooms = ({ session, onDone }: { session: Session; onDone: () => void }): JSX.Element | null => {
  const t = useText('shell');
  const navigate = useNavigate();
  const rooms = roomsFor(session).slice(IN_BOTTOM_BAR);
  const walk = async (to: string): Promise<void> => {
    onDone();
    await navigate({ to });
  };
  if (rooms.length === 0) return null;
  return (
    <section>
      <h2>{t('rooms')}</h2>
      <div className={styles.both}>
        {rooms.map(({ id, to, icon }) => (
          <Button key={id} icon={icon} onPress={() => void walk(to)}>
            {t(`room.${id}`)}
          </Button>
        ))}
      </div>
    </section>
  );
};

/** Who you are, and how you like your screen: change role, language, light, keys, step out. */
export const YouMenu = ({ session, onDone }: { session: Session; onDone: () => void }): JSX.Element => {
  const t = useText('shell');
  const navigate = useNavigate();
  const phone = usePhone();
  const practice = session.mode === 'practice';
  const leave = async (): Promise<void> => {
    await stepOut();
    onDone();
    await navigate({ to: '/' });
  };
  return (
    <div className={styles.menu}>
      {phone && <OtherRooms session={session} onDone={onDone} />}
      {practice ? <Roles session={session} onDone={onDone} /> : <OwnAccount onDone={onDone} />}
      <LanguageSwitch />
      <LightSwitch />
      <KeysSwitch />
      <SoundSwitch />
      <div className={styles.both}>
        <ButtonLink to="/hulp" icon="circle-question-mark">
          {t('help')}
        </ButtonLink>
        <Button icon="log-out" onPress={() => void leave()}>
          {practice ? t('you.leave') : t('you.signOut')}
        </Button>
      </div>
    </div>
  );
};
