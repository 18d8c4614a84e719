import { type JSX, useState } from 'react';
import type { SearchAnswer, SearchAsk } from '#modules/social/contract.ts';
import { useAsked } from '#web/api/queries.ts';
import { useSession } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { OwnServicesPanel } from './OwnServicesPanel.tsx';
import { type Looking, NOTHING, SearchForm } from './SearchForm.tsx';
import { ServiceCard } from './ServiceCard.tsx';
import { ServiceMap } from './ServiceMap.tsx';
import styles from './SocialMap.module.css';

const PAGE = 20;

const askOf = ({ need, pc4, age, language, only }: Looking, cursor: number): SearchAsk => ({
  ...{ need, cursor, open: only.includes('open'), room: only.includes('room'), free: only.includes('free') },
  ...(pc4 !== '' && { pc4 }),
  ...(age !== '' && { age: Number(age) }),
  ...(language !== '' && { language }),
});

const Found = ({ answer, from }: { answer: SearchAnswer; from: number }): JSX.Element => {
  const t = useText('social-map');
  const heard = answer.heard.map((need) => need[currentLanguage()]).join(', ');
  return (
    <>
      <p className={styles.found} role="status">
        {t('found', { count: answer.total })}
        {heard !== '' && <span> {t('heard', { needs: heard })}</span>}
      </p>
      {answer.hits.length === 0 ? (
        <Notice kind="empty" title={t('none')}>
          {t('noneLine')}
        </Notice>
      ) : (
        <div className={styles.results}>
          <ol className={styles.list} start={from + 1}>
            {answer.hits.map((hit, i) => (
              <ServiceCard key={hit.id} hit={hit} number={i + 1} heard={answer.heard} />
            ))}
          </ol>
          <ServiceMap hits={answer.hits} />
        </div>
      )}
    </>
  );
};

/** Who can help with what is the matter: in one's own words, each result with its why. Open to everybody. */
export const SocialMapPage = (): JSX.Element => {
  const t = useText('social-map');
  const { data: session } = useSession();
  const [looking, setLooking] = useState<Looking>(NOTHING);
  const [from, setFrom] = useState(0);
  const read = useAsked<SearchAnswer>('/api/v1/social/searches', askOf(looking, from), ['service']);
  const answer = read.data?.body;
  const speaks = ['welfare-worker', 'desk'].includes(session?.actor.role ?? '');
  return (
    <Screen title={t('title')} line={t('line')}>
      <div className={styles.page}>
        {speaks && <OwnServicesPanel />}
        <SearchForm
          looking={looking}
          onLook={(next) => {
            setLooking(next);
            setFrom(0);
          }}
        />
        {answer === undefined ? (
          <NotRead read={read} grid="1fr" rows={5} />
        ) : (
          <Found answer={answer} from={from} />
        )}
        {answer !== undefined && (
          <div className={styles.pages}>
            {from > 0 && (
              <Button icon="arrow-left" onPress={() => setFrom(Math.max(0, from - PAGE))}>
                {t('before')}
              </Button>
            )}
            {answer.cursor !== null && (
              <Button icon="arrow-right" onPress={() => setFrom(answer.cursor ?? 0)}>
                {t('more')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Screen>
  );
};
