import { type JSX, useState } from 'react';
import type { OwnView } from '#modules/people/contract.ts';
import type { OwnPeriod } from '#modules/people/types.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { LookCard } from './LookCard.tsx';
import cards from './Looks.module.css';
import { useDayWords, useListFile } from './list-file.ts';
import styles from './Own.module.css';
import { Say } from './Say.tsx';
import { useSaidWords } from './said-words.ts';

const ALL = 'all';

const Counts = ({ counts }: { counts: OwnView['counts'] }): JSX.Element => {
  const t = useText('own');
  return (
    <ul className={cards.counts}>
      <li>
        <b>{counts.looks}</b> {t('counts.looks')}
      </li>
      <li>
        <b>{counts.organisations}</b> {t('counts.organisations', { count: counts.organisations })}
      </li>
      <li data-some={counts.emergencies > 0 || undefined}>
        <b>{counts.emergencies}</b> {t('counts.emergencies')}
      </li>
    </ul>
  );
};

/** Choices over the list: how far back, and whom to show. */
const Filters = ({
  view,
  period,
  onPeriod,
  who,
  onWho,
}: {
  view: OwnView;
  period: OwnPeriod;
  onPeriod: (next: OwnPeriod) => void;
  who: string;
  onWho: (next: string) => void;
}): JSX.Element => {
  const t = useText('own');
  const [open, setOpen] = useState(who !== ALL);
  const names = view.days.flatMap(({ looks }) => looks.flatMap(({ organisation }) => organisation ?? []));
  return (
    <div className={styles.filters}>
      <div className={styles.chips}>
        <ChipToggles<OwnPeriod>
          label={t('period.label')}
          one
          chips={[
            { value: 'week', label: t('period.week') },
            { value: 'year', label: t('period.year') },
            { value: 'all', label: t('period.all') },
          ]}
          values={[period]}
          onChange={([next]) => onPeriod(next ?? period)}
        />
        <Button look="secondary" icon="funnel" expanded={open} onPress={() => setOpen(!open)}>
          {t('who.filter')}
        </Button>
      </div>
      {open && (
        <ChipToggles<string>
          label={t('who.filter')}
          one
          chips={[
            { value: ALL, label: t('who.all') },
            ...[...new Set(names)].map((name) => ({ value: name, label: name })),
          ]}
          values={[who]}
          onChange={([next]) => onWho(next ?? ALL)}
        />
      )}
    </div>
  );
};

const More = ({
  view,
  period,
  onPeriod,
}: {
  view: OwnView;
  period: OwnPeriod;
  onPeriod: (next: OwnPeriod) => void;
}): JSX.Element => {
  const t = useText('own');
  const words = useSaidWords();
  const save = useListFile();
  const [wrong, setWrong] = useState(false);
  return (
    <section className={styles.more} aria-label={t('more.title')}>
      <h2>{t('more.title')}</h2>
      {view.before > 0 && period !== 'all' && (
        <p>
          {t(`more.before.${period}`, { count: view.before })}{' '}
          <button
            type="button"
            className={styles.link}
            onClick={() => onPeriod(period === 'week' ? 'year' : 'all')}
          >
            {t(period === 'week' ? 'more.year' : 'more.all')}
          </button>
        </p>
      )}
      {view.said.map((said) => (
        <p key={said.at} className={styles.said}>
          “{said.text}” {words(said)}
        </p>
      ))}
      {wrong ? (
        <Say kind="wrong" lookId={null} onClose={() => setWrong(false)} />
      ) : (
        <div className={styles.acts}>
          <Button size="large" icon="download" onPress={() => save(view)}>
            {t('more.save')}
          </Button>
          <Button size="large" icon="printer" onPress={() => window.print()}>
            {t('more.print')}
          </Button>
          <Button size="large" onPress={() => setWrong(true)}>
            {t('more.wrong')}
          </Button>
        </div>
      )}
    </section>
  );
};

/** Everybody who looked, per day, the last first. */
const Looks = ({
  view,
  period,
  onPeriod,
}: {
  view: OwnView;
  period: OwnPeriod;
  onPeriod: (next: OwnPeriod) => void;
}): JSX.Element => {
  const t = useText('own');
  const dayWords = useDayWords();
  const now = useNow('minute');
  const [who, setWho] = useState(ALL);
  const days = view.days
    .map(({ day, looks }) => ({
      day,
      looks: looks.filter(({ organisation }) => who === ALL || organisation === who),
    }))
    .filter(({ looks }) => looks.length > 0);
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <p className="paper-only">{t('paper', { name: view.name })}</p>
      </div>
      <Filters view={view} period={period} onPeriod={onPeriod} who={who} onWho={setWho} />
      <Counts counts={view.counts} />
      {days.length === 0 && <p className={styles.lead}>{t('none')}</p>}
      {days.map(({ day, looks }) => (
        <section key={day} className={cards.day}>
          <h2>{dayWords(day, now)}</h2>
          <ul>
            {looks.map((look) => (
              <LookCard key={look.id} look={look} />
            ))}
          </ul>
        </section>
      ))}
      <More view={view} period={period} onPeriod={onPeriod} />
    </div>
  );
};

/** The list of looks, read when it is opened: that is a look of one's own too. */
export const LooksTab = ({
  period,
  onPeriod,
}: {
  period: OwnPeriod;
  onPeriod: (next: OwnPeriod) => void;
}): JSX.Element => {
  const t = useText('own');
  const { data, error } = useRead<OwnView>(`/api/v1/own/looks?period=${period}`, ['own']);
  return (
    <>
      <Refused problem={error} />
      {data === undefined && error === null && <Skeleton grid="1fr" rows={6} late={t('loading')} />}
      {data !== undefined && <Looks view={data.body} period={period} onPeriod={onPeriod} />}
    </>
  );
};
