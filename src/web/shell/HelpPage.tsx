import type { JSX } from 'react';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { useNow } from '#web/api/clock.ts';
import { useSession } from '#web/api/session.ts';
import { Age } from '#web/design/Age.tsx';
import { ButtonLink } from '#web/design/Button.tsx';
import { FreeBox } from '#web/design/FreeBox.tsx';
import { Kbd } from '#web/design/Kbd.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { STATES } from '#web/design/states.ts';
import { useText } from '#web/i18n/texts.ts';
import { telephone } from '#web/telephone.ts';
import styles from './HelpPage.module.css';
import { Screen } from './Screen.tsx';
import { KeysSwitch, LanguageSwitch, LightSwitch } from './Settings.tsx';

const KEYS: readonly { readonly keys: readonly string[]; readonly text: string }[] = [
  { keys: ['?'], text: 'keys.all' },
  { keys: ['Ctrl', 'K'], text: 'keys.search' },
  { keys: ['J', 'K'], text: 'keys.rows' },
  { keys: ['Enter'], text: 'keys.open' },
  { keys: ['Z'], text: 'keys.undo' },
  { keys: ['Esc'], text: 'keys.close' },
  { keys: ['A', 'L', 'R'], text: 'keys.answers' },
  { keys: ['B'], text: 'keys.confirm' },
  { keys: ['N'], text: 'keys.telephone' },
  { keys: ['P'], text: 'keys.row' },
  { keys: ['O'], text: 'keys.handover' },
  { keys: ['0'], text: 'keys.noPlace' },
];

const SCREENS = [
  'board',
  'request',
  'desk',
  'ward',
  'advice',
  'hospital',
  'teams',
  'dayWeek',
  'agreement',
  'waiting',
  'links',
] as const;

/** What each room is for, so that who reads only this knows where to go. */
const Screens = (): JSX.Element => {
  const t = useText('help');
  return (
    <Panel title={t('screens.title')}>
      <div className={styles.text}>
        {SCREENS.map((screen) => (
          <p key={screen}>{t(`screens.${screen}`)}</p>
        ))}
      </div>
    </Panel>
  );
};

const Ages = (): JSX.Element => {
  const t = useText('help');
  const now = useNow('minute');
  const fresh = { asOf: now - 25 * MINUTE, source: 'tap' } as const;
  const old = { asOf: now - 6 * HOUR, source: 'tap' } as const;
  const tooOld = { asOf: now - 14 * HOUR, source: 'tap' } as const;
  const hours = {
    old: DEFAULT_FRESHNESS.oldAfterMinutes / 60,
    tooOld: DEFAULT_FRESHNESS.tooOldAfterMinutes / 60,
  };
  return (
    <Panel title={t('age.title')}>
      <div className={styles.ages}>
        <p>{t('age.lead', hours)}</p>
        {[fresh, old, tooOld].map((origin) => (
          <div key={origin.asOf}>
            <FreeBox count={2} {...origin} />
            <Age {...origin} sourceWord />
          </div>
        ))}
      </div>
    </Panel>
  );
};

/** What the shapes, ages and keys mean, whom to call, and how to set the screen. Open to everyone. */
export const HelpPage = (): JSX.Element => {
  const t = useText('help');
  const { data: session } = useSession();
  const phone = session?.region.deskPhone;
  return (
    <Screen title={t('title')} line={t('line')}>
      <div className={styles.grid}>
        <Panel title={t('states.title')}>
          <ul className={styles.states}>
            {STATES.map((state) => (
              <li key={state}>
                <span>
                  <StateChip state={state} />
                </span>
                <span>{t(`states.${state}`)}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <Ages />
        <Screens />
        <Panel title={t('keys.title')}>
          <ul className={styles.keys}>
            {KEYS.map(({ keys, text }) => (
              <li key={text}>
                <span>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
                <span>{t(text)}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('settings.title')}>
          <div className={styles.settings}>
            <LanguageSwitch />
            <LightSwitch />
            <KeysSwitch />
          </div>
        </Panel>
        <Panel title={t('call.title')}>
          <div className={styles.text}>
            <p>{t('call.line')}</p>
            {phone !== undefined && (
              <ButtonLink to={telephone(phone)} look="call" icon="phone">
                {phone}
              </ButtonLink>
            )}
          </div>
        </Panel>
      </div>
    </Screen>
  );
};
