import { type JSX, useState } from 'react';
import type { Proposal, Rejection, RequestView } from '#modules/placement/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { ProposalCards } from '#web/rooms/placement/ProposalCards.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { TakeNext } from '#web/rooms/placement/TakeNext.tsx';
import { inWords } from '#web/rooms/placement/words.ts';
import { useKeys } from '#web/shell/acts.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import styles from './Choose.module.css';
import { Compare } from './Compare.tsx';
import { type Asking, useAsking } from './use-asking.ts';

const BESIDE = 3;
const WHY_NOT = 4;

/** Why the others are not proposed: the answer to the next phone call. */
const WhyNot = ({ rejects }: { rejects: readonly Rejection[] }): JSX.Element | null => {
  const t = useText('desk');
  const words = useText('design');
  const [all, setAll] = useState(false);
  if (rejects.length === 0) return null;
  const shown = all ? rejects : rejects.slice(0, WHY_NOT);
  return (
    <section className={styles.whyNot} aria-label={t('whyNot.title')}>
      <div>
        <h3>{t('whyNot.title')}</h3>
        {rejects.length > WHY_NOT && (
          <button type="button" className={styles.all} aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'whyNot.less' : 'whyNot.all', { count: rejects.length })}
          </button>
        )}
      </div>
      <ul>
        {shown.map((reject) => (
          <li key={reject.siteId}>
            <StateMark state={reject.state} />
            <span>
              <b>
                <span className="aloud">{words(`state.${reject.state}`)}: </span>
                {reject.site}
              </b>
              {inWords(reject.why)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** 1 2 3 choose, Enter sends, M brings the next three. */
const useChoice = (asking: Asking) => {
  const t = useText('desk');
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState(0);
  const pages = Math.max(1, Math.ceil(asking.fits.length / BESIDE));
  const at = page % pages;
  const places = asking.fits.slice(at * BESIDE, (at + 1) * BESIDE);
  const now = places[Math.min(chosen, places.length - 1)];
  const more = (): void => {
    setPage(at + 1);
    setChosen(0);
  };
  useKeys([
    ...places.map((place, rank) => ({
      keys: [String(rank + 1)],
      does: t('keys.choose', { site: place.site }),
      run: () => setChosen(rank),
    })),
    ...(now === undefined
      ? []
      : [{ keys: ['Enter'], does: t('keys.send', { site: now.site }), run: () => asking.ask(now) }]),
    ...(pages > 1 ? [{ keys: ['m'], does: t('keys.more'), run: more }] : []),
  ]);
  const choose = (place: Proposal): void => setChosen(Math.max(0, places.indexOf(place)));
  return { places, now, choose, more: pages > 1 ? more : null };
};

const OnPhone = ({
  asking,
  choice,
}: {
  asking: Asking;
  choice: ReturnType<typeof useChoice>;
}): JSX.Element => {
  const t = useText('desk');
  const { places, now, choose } = choice;
  return (
    <div className={styles.cards}>
      <ProposalCards fits={places} chosen={now ?? null} onChoose={choose} />
      {now !== undefined && (
        <Button
          look="primary"
          size="large"
          busy={asking.busy}
          blocked={asking.blocked}
          onPress={() => asking.ask(now)}
        >
          {asking.busy ? t('compare.holding') : t('compare.askSite', { site: now.site })}
        </Button>
      )}
    </div>
  );
};

const Places = ({
  asking,
  choice,
}: {
  asking: Asking;
  choice: ReturnType<typeof useChoice>;
}): JSX.Element => {
  const t = useText('desk');
  const phone = usePhone();
  const { found, busy, blocked, ask } = asking;
  const { places, now } = choice;
  if (found === undefined) return <Skeleton grid="150px 1fr 1fr 1fr" rows={7} />;
  if (places.length === 0) {
    return (
      <div className={styles.padded}>
        <Notice kind="empty" title={t('none.title')} more={t('none.counts')}>
          {t('none.line', { count: found.looked })}
        </Notice>
      </div>
    );
  }
  if (phone) return <OnPhone asking={asking} choice={choice} />;
  const chosen = now === undefined ? 0 : places.indexOf(now);
  return <Compare places={places} chosen={chosen} busy={busy} blocked={blocked} onAsk={ask} />;
};

/** What fits, side by side, with why not the others and what sending does. `onNone` closes it without a place. */
export const Choose = ({
  request,
  onNone,
}: {
  request: RequestView;
  onNone: (() => void) | null;
}): JSX.Element => {
  const t = useText('desk');
  const asking = useAsking(request);
  const choice = useChoice(asking);
  const { found, fits, problem, lost, busy, ask, dismiss } = asking;
  const next = choice.now ?? null;
  return (
    <>
      {(problem !== null || lost !== null) && (
        <div className={styles.padded}>
          <Refused problem={problem} />
          {lost !== null && (
            <TakeNext
              lost={lost}
              next={next}
              count={fits.length}
              busy={busy}
              onTake={() => next !== null && ask(next)}
              onDismiss={dismiss}
            />
          )}
        </div>
      )}
      <Places asking={asking} choice={choice} />
      {found !== undefined && <WhyNot rejects={found.rejects} />}
      <footer className={styles.foot}>
        <Icon name="undo-2" />
        <p>{next === null ? t('foot.none') : t('foot.line', { site: next.site })}</p>
        {choice.more !== null && (
          <Button keys={['M']} onPress={choice.more}>
            {t('foot.more')}
          </Button>
        )}
        {onNone !== null && (
          <Button keys={['0']} onPress={onNone}>
            {t('foot.noPlace')}
          </Button>
        )}
      </footer>
    </>
  );
};
