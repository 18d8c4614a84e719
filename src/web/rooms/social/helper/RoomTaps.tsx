import { useMutation, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { localDay, plusDays } from '#kernel/calendar.ts';
import type { RoomView, StateBody } from '#modules/social/contract.ts';
import { SERVICE_STATES } from '#modules/social/types.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { queries } from '#web/api/queries.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Helper.module.css';
import { HelperShut } from './HelperShut.tsx';

const WEEKS = [2, 4, 8, 13, 26];
const USUAL_WEEKS = 4;
/** How long no room may be said for in one tap, in days; `0`: nobody knows until when. */
const CLOSED_DAYS = [14, 28, 91, 0];

/** How long it takes, once somebody said that people wait or that there is no room. */
const HowLong = ({
  state,
  onSay,
}: {
  state: NonNullable<RoomView['state']>;
  onSay: (said: StateBody) => void;
}): JSX.Element | null => {
  const t = useText('helper');
  const words = useText('social-map');
  const today = localDay(useNow('minute'), REGION_ZONE);
  if (state.state === 'waiting')
    return (
      <div className={styles.part}>
        <h3>{words('tap.weeks')}</h3>
        <ChipToggles
          label={words('tap.weeks')}
          one
          chips={[...new Set([...WEEKS, state.weeks ?? USUAL_WEEKS])]
            .sort((a, b) => a - b)
            .map((each) => ({ value: String(each), label: words('tap.week', { count: each }) }))}
          values={[String(state.weeks)]}
          onChange={([weeks]) => onSay({ state: 'waiting', weeks: Number(weeks), untilDay: null })}
        />
      </div>
    );
  if (state.state !== 'closed') return null;
  const dayAfter = (days: number) => (days === 0 ? null : plusDays(today, days));
  return (
    <div className={styles.part}>
      <h3>{t('room.until')}</h3>
      <ChipToggles
        label={t('room.until')}
        one
        chips={CLOSED_DAYS.map((days) => ({ value: String(days), label: t(`room.shut.${days}`) }))}
        values={CLOSED_DAYS.filter((days) => dayAfter(days) === state.untilDay).map(String)}
        onChange={([days]) => onSay({ state: 'closed', weeks: null, untilDay: dayAfter(Number(days)) })}
      />
    </div>
  );
};

/** What the map says now, in a sentence. */
const useRoomWords = () => {
  const t = useText('social-map');
  const format = useFormat();
  return ({ state }: RoomView): string => {
    if (state === null) return t('state.unknown');
    if (state.state === 'waiting') return t('state.waiting', { count: state.weeks ?? 1 });
    return state.state === 'closed' && state.untilDay !== null
      ? t('state.closedUntil', { day: format.longDay(Date.parse(`${state.untilDay}T12:00:00Z`)) })
      : t(`state.${state.state}`);
  };
};

/** Is there room at one service? One tap, by its link; who looks on the map sees it at once. */
export const RoomTaps = ({ token }: { token: string }): JSX.Element => {
  const t = useText('helper');
  const words = useText('social-map');
  const wordsOf = useRoomWords();
  const key = ['helper-room', token];
  const { data, error, refetch } = useQuery<RoomView, Problem>({
    queryKey: key,
    queryFn: () => call('POST', '/api/v1/helper/room/look', { token }),
    gcTime: 0,
  });
  const say = useMutation<RoomView, Problem, StateBody>({
    mutationFn: (said) => call('POST', '/api/v1/helper/room', { token, ...said }),
    onSuccess: (next) => queries.setQueryData(key, next),
  });
  if (error !== null) return <HelperShut problem={error} onAgain={refetch} />;
  if (data === undefined) return <Skeleton grid="1fr" rows={3} late={t('loading')} />;
  return (
    <div className={styles.taps}>
      <p>
        <b>{data.name}</b>, {data.organisation}
      </p>
      <ChipToggles
        label={words('tap.label', { name: data.name })}
        one
        chips={SERVICE_STATES.map((value) => ({ value, label: t(`room.${value}`) }))}
        values={data.state === null ? [] : [data.state.state]}
        onChange={([state = 'open']) =>
          say.mutate({ state, weeks: state === 'waiting' ? USUAL_WEEKS : null, untilDay: null })
        }
      />
      {data.state !== null && <HowLong state={data.state} onSay={(said) => say.mutate(said)} />}
      <p className={styles.now} role="status">
        {t(say.isSuccess ? 'room.told' : 'room.now', { state: wordsOf(data) })}
      </p>
      <Refused problem={say.error} />
    </div>
  );
};
