import { type JSX, type ReactNode, useState } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { remember, remembered } from '#web/remember.ts';
import { Logo } from '#web/shell/Logo.tsx';
import { telephone } from '#web/telephone.ts';
import styles from './Own.module.css';

/** What the person can open. */
export type OwnTab = 'stay' | 'plan' | 'conversation' | 'looks' | 'consents';

const FACES: Readonly<Record<OwnTab, { readonly icon: string }>> = {
  stay: { icon: 'house' },
  plan: { icon: 'list-checks' },
  conversation: { icon: 'message-circle' },
  looks: { icon: 'eye' },
  consents: { icon: 'hand-heart' },
};

/** Bar with larger letters, the page, and at the bottom what one can open and whom one can call. */
export const OwnFrame = ({
  name,
  phone,
  practice = false,
  tab,
  tabs = ['looks', 'consents'],
  onTab,
  onLeave,
  children,
}: {
  /** What the bar is called when it is not the person's own. */
  name?: string;
  phone: string | null;
  practice?: boolean;
  /** Null before one is in: then there is nothing to choose. */
  tab: OwnTab | null;
  /** Who reads along has the stay and nothing else: then there is nothing to choose either. */
  tabs?: readonly OwnTab[];
  onTab: (next: OwnTab) => void;
  /** Closes the view, so that nobody after this reader finds it open. */
  onLeave?: () => void;
  children: ReactNode;
}): JSX.Element => {
  const t = useText('own');
  const [large, setLarge] = useState(remembered('large-text') === 'yes');
  const toggle = (): void => {
    remember('large-text', large ? 'no' : 'yes');
    setLarge(!large);
  };
  return (
    <div className={styles.whole} data-large={large || undefined}>
      <header className={styles.bar}>
        <Logo size={26} />
        <b>{name ?? t('name')}</b>
        {practice && <span className={styles.practice}>{t('practice')}</span>}
        <button
          type="button"
          className={styles.aa}
          aria-pressed={large}
          aria-label={t('larger')}
          onClick={toggle}
        >
          {t('letters')}
        </button>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {tab !== null && (
        <nav className={styles.tabs} aria-label={t('tabs.label')}>
          {tabs.map((each) => (
            <button
              key={each}
              type="button"
              aria-current={tab === each ? 'page' : undefined}
              onClick={() => onTab(each)}
            >
              <Icon name={FACES[each].icon} size={20} />
              {t(`tabs.${each}`)}
            </button>
          ))}
          {phone !== null && (
            <a href={telephone(phone)}>
              <Icon name="phone" size={20} />
              {t('tabs.call', { phone })}
            </a>
          )}
          {onLeave !== undefined && (
            <button type="button" onClick={onLeave}>
              <Icon name="log-out" size={20} />
              {t('tabs.leave')}
            </button>
          )}
        </nav>
      )}
    </div>
  );
};
