import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { HalfDayView } from '#modules/day-treatment/contract.ts';
import { CLOSED, type Closed } from '#modules/day-treatment/types.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import { offerUndo } from '#web/shell/undo.ts';
import styles from './HalfDayActs.module.css';
import { useWeekWords } from './use-week-words.ts';

/** What must be known of a half-day to close or open it. */
type Turnable = Pick<
  HalfDayView,
  'id' | 'version' | 'closed' | 'closedNote' | 'day' | 'part' | 'opens' | 'closes'
>;

/** Null opens it. */
type Why = Pick<HalfDayView, 'closedNote'> & { readonly reason: Closed | null };

const turn = (halfDay: Pick<HalfDayView, 'id' | 'version'>, { reason, closedNote }: Why) => {
  const body = reason === null ? {} : { reason, note: closedNote };
  const act = reason === null ? 'open' : 'close';
  const ifMatch = `"${halfDay.version}"`;
  return call<HalfDayView>('POST', `/api/v1/half-days/${halfDay.id}/${act}`, body, { ifMatch });
};

const readWeek = (): Promise<void> => readAgain(['day-room']);

/** The opened half-day goes shut with a reason, or open after all. Who is planned stays, and must then be moved. */
export const HalfDayActs = ({ halfDay }: { halfDay: Turnable }): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const [asking, setAsking] = useState(false);
  const { closed, closedNote } = halfDay;
  const { mutate, isPending, error } = useMutation<HalfDayView, Problem, Closed | null>({
    mutationFn: (reason) => turn(halfDay, { reason, closedNote: null }),
    onSuccess: async (now, reason) => {
      setAsking(false);
      const done = t(reason === null ? 'half.opened' : 'half.closed', { halfDay: words.halfDay(halfDay) });
      announce(done);
      offerUndo(done, async () => {
        await turn(now, { reason: closed, closedNote });
        await readWeek();
      });
      await readWeek();
    },
    onError: () => void readWeek(),
  });
  return (
    <div className={styles.acts}>
      <b>{words.halfDay(halfDay)}</b>
      {closed !== null && (
        <Button icon="door-open" busy={isPending} onPress={() => mutate(null)}>
          {t('half.open')}
        </Button>
      )}
      {closed === null && (
        <Button icon="door-closed" expanded={asking} onPress={() => setAsking(!asking)}>
          {t('half.close')}
        </Button>
      )}
      {closed === null && asking && (
        <ChipToggles
          label={t('half.why')}
          chips={CLOSED.map((reason) => ({ value: reason, label: t(`closed.${reason}`) }))}
          values={[]}
          onChange={([reason]) => {
            if (reason !== undefined && !isPending) mutate(reason);
          }}
        />
      )}
      <ProblemNotice problem={error} />
    </div>
  );
};
