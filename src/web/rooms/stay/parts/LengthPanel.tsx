import { type JSX, useState } from 'react';
import { daysBetween, localDay } from '#kernel/calendar.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import { useKeys } from '#web/shell/acts.ts';
import { EndForm } from './EndForm.tsx';
import length from './Length.module.css';
import styles from './parts.module.css';
import { StayPanel } from './StayPanel.tsx';
import { useStayActs } from './use-stay-acts.ts';

/** How much of the time that is allowed has gone, and where the expected end lies in it. */
const Burn = ({ stay }: { stay: StayView }): JSX.Element => {
  const all = Math.max(1, daysBetween(stay.arrivedDay, stay.lastDay) + 1);
  const end = stay.expectedEnd === null ? null : localDay(Date.parse(stay.expectedEnd), stay.zone);
  const at = (day: number): number => Math.min(100, (day / all) * 100);
  return (
    <span className={cx(length.burn, stay.alarm && length.alarm)} aria-hidden="true">
      <span style={{ width: `${at(stay.day)}%` }} />
      {end !== null && <i style={{ left: `calc(${at(daysBetween(stay.arrivedDay, end) + 1)}% - 2px)` }} />}
    </span>
  );
};

const Ends = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const format = useFormat();
  const words = useStayWords();
  const when = (iso: string): string =>
    t('length.moment', { day: format.day(Date.parse(iso)), clock: format.clock(Date.parse(iso)) });
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('length.expected')}</dt>
        <dd>
          {stay.expectedEnd === null ? t('head.noEnd') : when(stay.expectedEnd)}
          {stay.latestEnd !== null &&
            ` ${t('length.orUntil', { day: format.day(Date.parse(stay.latestEnd)) })}`}
        </dd>
      </div>
      <div>
        <dt>{t('length.most')}</dt>
        <dd>{t('length.lastDay', { day: words.day(stay.lastDay), count: stay.daysLeft })}</dd>
      </div>
      {stay.extensions.map((extension) => (
        <div key={extension.id}>
          <dt>{t('length.extended', { day: words.day(extension.untilDay) })}</dt>
          <dd>
            {extension.reason}
            <span className={styles.second}>
              {t('length.decidedOn', {
                who: extension.decidedBy,
                role: t(`role.${extension.role}`),
                day: format.day(Date.parse(extension.at)),
              })}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** How long the stay is and may be, and who decided that it may be longer. */
export const LengthPanel = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const acts = useStayActs(stay.id);
  const [writing, setWriting] = useState(false);
  const keeps = stay.own && stay.endedAt === null;
  const write = (on: boolean): void => {
    acts.forget();
    setWriting(on);
  };
  useKeys(keeps ? [{ keys: ['e'], does: t('length.change'), run: () => write(true) }] : []);
  return (
    <StayPanel
      title={t('length.title', { day: stay.day, days: daysBetween(stay.arrivedDay, stay.lastDay) + 1 })}
      action={
        keeps &&
        !writing && (
          <Button size="small" icon="flag" keys={['E']} onPress={() => write(true)}>
            {t('form.change')}
          </Button>
        )
      }
    >
      <div className={styles.told}>
        <Burn stay={stay} />
        <Ends stay={stay} />
      </div>
      {writing && <EndForm stay={stay} acts={acts} onDone={() => write(false)} />}
    </StayPanel>
  );
};
