import type { JSX } from 'react';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { CapacityStatement } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { useSession } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { telephone } from '#web/telephone.ts';
import styles from './Open.module.css';
import { OwnChoice } from './OwnChoice.tsx';

type Place = NonNullable<CapacityStatement['capacity']['intramural']>[number];
type Count = NonNullable<Place['available']>[number];

const wordOf = (count: Count): string =>
  count.product === undefined ? count.type : PRODUCT_WORDS[count.product].short[currentLanguage()];

const PlaceLine = ({ place }: { place: Place }): JSX.Element => {
  const t = useText('open');
  const format = useFormat();
  const now = useNow('minute');
  const { location, available = [], asOf } = place;
  return (
    <li className={styles.place}>
      <div>
        <b>{location.name}</b>
        <small>{location.address}</small>
      </div>
      <ul className={styles.counts}>
        {available.map((count) => (
          <li key={count.type}>
            <StateMark state={count.count > 0 ? 'free' : 'occupied'} size={14} />
            <b>{count.count}</b> {wordOf(count)}
          </li>
        ))}
      </ul>
      <span className={styles.age}>
        {asOf === undefined ? t('noAge') : t('age', { moment: format.moment(Date.parse(asOf), now) })}
      </span>
      {location.contact !== undefined && (
        <ButtonLink to={telephone(location.contact)} look="call" icon="phone">
          {location.contact}
        </ButtonLink>
      )}
    </li>
  );
};

/** What is free at the organisations that make their counts public: for everybody, without signing in. */
export const OpenPage = (): JSX.Element => {
  const t = useText('open');
  const { data, error } = useRead<CapacityStatement>('/api/v1/open/capacity.json', ['board', 'region']);
  const { data: session } = useSession();
  const places = data?.body.capacity.intramural ?? [];
  return (
    <Screen title={t('title')} line={t('line')}>
      <div className={styles.page}>
        <p>
          <ButtonLink to="/vraag" look="primary" size="large" icon="message-circle-question-mark">
            {t('ask')}
          </ButtonLink>
        </p>
        {data === undefined && error === null && <Skeleton grid="1fr" rows={5} />}
        <ProblemNotice problem={error} />
        {data !== undefined && places.length === 0 && (
          <Notice kind="empty" title={t('empty')}>
            {t('emptyLine')}
          </Notice>
        )}
        {places.length > 0 && (
          <Panel>
            <ul>
              {places.map((place) => (
                <PlaceLine key={place.location.name} place={place} />
              ))}
            </ul>
          </Panel>
        )}
        {session !== null && session !== undefined && <OwnChoice session={session} />}
        <p className={styles.small}>
          {t('machine')} <a href="/capacity.json">{t('machineFile')}</a>
        </p>
      </div>
    </Screen>
  );
};
