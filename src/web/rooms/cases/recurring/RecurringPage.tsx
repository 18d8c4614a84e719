import type { JSX } from 'react';
import type { SignalList } from '#modules/cases/contract.ts';
import { useAddress } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Recurring.module.css';
import { SignalCard } from './SignalCard.tsx';
import { useSignalWords } from './use-signal-words.ts';

const SCOPES = ['open', 'aside', 'settled'] as const;
type Scope = (typeof SCOPES)[number];

/** Of how much the list was made, and that nobody else sees it. */
const Foot = ({ list }: { list: SignalList }): JSX.Element => {
  const t = useText('recurring');
  const { day } = useSignalWords();
  const { people, contacts, until } = list.gone;
  return (
    <p className={styles.foot}>
      {until !== null && t('foot.of', { people, contacts, day: day(until) })} {t('foot.private')}
    </p>
  );
};

const List = ({ scope }: { scope: Scope }): JSX.Element => {
  const t = useText('recurring');
  const read = useRead<SignalList>(`/api/v1/recurring?scope=${scope}`, ['case']);
  const list = read.data?.body;
  if (list === undefined) return <NotRead read={read} grid="1fr 160px" rows={5} late={t('late')} />;
  const nothing = list.gone.contacts === 0 ? 'contacts' : scope;
  return (
    <>
      {list.signals.length === 0 ? (
        <Notice kind="empty" icon="heart-handshake" title={t(`none.${nothing}`)}>
          {t(`noneLine.${nothing}`)}
        </Notice>
      ) : (
        <ul className={styles.list} aria-label={t(`scope.${scope}`)}>
          {list.signals.map((signal) => (
            <SignalCard key={signal.id} signal={signal} />
          ))}
        </ul>
      )}
      <Foot list={list} />
    </>
  );
};

/** Questions that come back in one's own practice: why they stand out, and asking the person. */
export const RecurringPage = (): JSX.Element => {
  const t = useText('recurring');
  const [address, change] = useAddress();
  const mine = ['gp', 'gp-assistant'].includes(useSignedIn().actor.role);
  const scope = SCOPES.find((each) => each === address['lijst']) ?? 'open';
  return (
    <Screen title={t('title')} line={t('line')}>
      {mine ? (
        <div className={styles.page}>
          <ChipToggles<Scope>
            label={t('scope.label')}
            one
            shape="joined"
            scroll
            chips={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
            values={[scope]}
            onChange={([next]) => change({ lijst: next === 'open' ? '' : (next ?? scope) })}
          />
          <List key={scope} scope={scope} />
        </div>
      ) : (
        <Notice kind="plain" title={t('notYou')}>
          {t('notYouLine')}
        </Notice>
      )}
    </Screen>
  );
};
