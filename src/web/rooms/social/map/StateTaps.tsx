import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { ServiceHit, ServiceView, StateBody } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './SocialMap.module.css';
import { useServiceWords } from './use-service-words.ts';

const STATES = ['open', 'waiting', 'asks-first', 'closed'] as const;
const WEEKS = [2, 4, 8, 13, 26];
const USUAL_WEEKS = 4;

/** Until when it is full; without a day nobody knows yet. The house judges the day and says what is wrong with it. */
const UntilDay = ({
  day,
  busy,
  onSay,
}: {
  day: string | null;
  busy: boolean;
  onSay: (day: string | null) => void;
}): JSX.Element => {
  const t = useText('social-map');
  const [typed, setTyped] = useState(day ?? '');
  return (
    <form
      className={styles.until}
      onSubmit={(event) => {
        event.preventDefault();
        onSay(typed === '' ? null : typed);
      }}
    >
      <TextField
        label={t('tap.until')}
        type="date"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button submit busy={busy} blocked={typed === (day ?? '')}>
        {t('tap.sayUntil')}
      </Button>
    </form>
  );
};

/** The own organisation says in one tap whether there is room, and that the words are still true. */
export const StateTaps = ({ service }: { service: Omit<ServiceHit, 'reasons'> }): JSX.Element => {
  const t = useText('social-map');
  const { saidOf, assuredOf } = useServiceWords();
  const [told, setTold] = useState<string | null>(null);
  const after = async (words: string): Promise<void> => {
    setTold(words);
    await readAgain(['service']);
  };
  const say = useMutation<ServiceView, Problem, StateBody>({
    mutationFn: (body) => call('POST', `/api/v1/social/services/${service.id}/state`, body),
    onSuccess: () => after(t('told.state')),
  });
  const assure = useMutation<ServiceView, Problem>({
    mutationFn: () => call('POST', `/api/v1/social/services/${service.id}/assured`, {}),
    onSuccess: () => after(t('told.assured')),
  });
  const weeks = service.state?.weeks ?? null;
  return (
    <div className={styles.taps}>
      <ChipToggles
        label={t('tap.label', { name: service.name })}
        one
        chips={STATES.map((value) => ({ value, label: t(`tap.${value}`) }))}
        values={service.state === null ? [] : [service.state.state]}
        onChange={([state = 'open']) =>
          say.mutate({ state, weeks: state === 'waiting' ? (weeks ?? USUAL_WEEKS) : null, untilDay: null })
        }
      />
      {service.state?.state === 'waiting' && (
        <ChipToggles
          label={t('tap.weeks')}
          one
          shape="joined"
          chips={[...new Set([...WEEKS, weeks ?? USUAL_WEEKS])]
            .sort((a, b) => a - b)
            .map((each) => ({ value: String(each), label: t('tap.week', { count: each }) }))}
          values={[String(weeks)]}
          onChange={([each = '4']) => say.mutate({ state: 'waiting', weeks: Number(each), untilDay: null })}
        />
      )}
      {service.state?.state === 'closed' && (
        <UntilDay
          key={service.state.untilDay}
          day={service.state.untilDay}
          busy={say.isPending}
          onSay={(untilDay) => say.mutate({ state: 'closed', weeks: null, untilDay })}
        />
      )}
      <Button icon="check" busy={assure.isPending} onPress={() => assure.mutate()}>
        {t('tap.assure')}
      </Button>
      <p className={styles.said} role="status">
        {told ?? [saidOf(service), assuredOf(service)].filter((part) => part !== null).join(' · ')}
      </p>
      <ProblemNotice problem={say.error ?? assure.error} />
    </div>
  );
};
