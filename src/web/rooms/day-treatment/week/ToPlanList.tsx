import { type JSX, useEffect, useRef, useState } from 'react';
import type { ToPlan } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Kbd } from '#web/design/Kbd.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Moments } from './Moments.tsx';
import { ToldPart } from './ToldPart.tsx';
import styles from './ToPlanList.module.css';
import { useToldWords } from './use-told-words.ts';
import type { Week } from './use-week.ts';
import { useWeekWords } from './use-week-words.ts';

const CHECKED = <Icon name="check" size={14} />;
const WAITING = <Icon name="clock" size={14} />;
const MISSING = <Icon name="triangle-alert" size={14} />;

/** What must be in order before anything is given: the order, the blood result, the medicine. */
const Ready = ({ ready }: Pick<ToPlan, 'ready'>): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const format = useFormat();
  const now = useNow('minute');
  const { order, lab, drug } = ready;
  const there = drug !== null && drug !== 'ordered' ? Date.parse(drug) : null;
  return (
    <ul className={styles.ready}>
      <li>
        {order ? CHECKED : MISSING}
        {t(order ? 'ready.order' : 'ready.orderOver')}
      </li>
      {lab !== null && (
        <li>
          {lab === 'missing' ? MISSING : CHECKED}
          {lab === 'missing' ? t('ready.labMissing') : t('ready.lab', { day: words.day(lab) })}
        </li>
      )}
      <li>
        {there !== null && there <= now ? CHECKED : WAITING}
        {there === null
          ? t(drug === null ? 'ready.noDrug' : 'ready.drugOrdered')
          : t('ready.drug', { moment: format.moment(there, now) })}
      </li>
    </ul>
  );
};

/** Whoever is chosen: what they need, and the moments that fit. */
const Card = ({
  visit,
  week,
  focus,
  busy,
  onTake,
}: {
  visit: ToPlan;
  week: Week;
  focus: boolean;
  busy: boolean;
  onTake: () => void;
}): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const format = useFormat();
  const name = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) name.current?.focus();
  }, [focus]);
  const waits = words.waits(visit);
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <h3 ref={name} tabIndex={-1}>
          {visit.person?.name ?? t('nameless')}
        </h3>
        <span>{words.treatment(visit.treatment.group, visit)}</span>
      </div>
      <p className={styles.line}>
        {t('toPlan.line', { day: words.day(visit.before), minutes: visit.minutes })}
        {visit.km !== null && ` · ${format.distance(visit.km)}`}
      </p>
      <Ready ready={visit.ready} />
      <ToldPart told={visit.told} visitId={visit.visitId} orderId={visit.orderId} waits />
      {waits === null ? (
        <Moments week={week} busy={busy} onTake={onTake} />
      ) : (
        <p className={styles.waits}>{waits}</p>
      )}
    </article>
  );
};

const Line = ({ visit, onPick }: { visit: ToPlan; onPick: () => void }): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const told = useToldWords();
  const asks = told.asks(visit.told) ?? (visit.told.call === null ? null : t('told.call'));
  return (
    <button type="button" className={styles.other} onClick={onPick}>
      <span className={styles.head}>
        <b>{visit.person?.name ?? t('nameless')}</b>
        <span>{words.treatment(visit.treatment.group, visit)}</span>
      </span>
      <span className={styles.line}>{asks ?? words.waits(visit) ?? t('toPlan.ready')}</span>
    </button>
  );
};

/** Who waits for a moment, the most pressing first; the chosen one opened with three moments that fit. */
export const ToPlanList = ({
  week,
  busy,
  onTake,
}: {
  week: Week;
  busy: boolean;
  onTake: () => void;
}): JSX.Element => {
  const t = useText('day-treatment');
  const [pressed, setPressed] = useState<string | null>(null);
  const visits = week.list?.visits ?? [];
  const chosen = week.chosen?.kind === 'waiting' ? week.chosen.visit.visitId : null;
  return (
    <section aria-labelledby="to-plan" className={styles.list}>
      <h2 id="to-plan">
        {t('toPlan.title')} <span className={styles.count}>{visits.length}</span>
        <span className={styles.keys}>
          <Kbd>J</Kbd>
          <Kbd>K</Kbd>
        </span>
      </h2>
      <ProblemNotice problem={week.listProblem} />
      {week.list !== undefined && visits.length === 0 && (
        <Notice kind="good" title={t('toPlan.empty')}>
          {t('toPlan.emptyLine')}
        </Notice>
      )}
      <ol className={styles.people}>
        {visits.map((visit) => (
          <li key={visit.visitId}>
            {visit.visitId === chosen ? (
              <Card visit={visit} week={week} focus={pressed === chosen} busy={busy} onTake={onTake} />
            ) : (
              <Line
                visit={visit}
                onPick={() => {
                  setPressed(visit.visitId);
                  week.pick(visit.visitId);
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
