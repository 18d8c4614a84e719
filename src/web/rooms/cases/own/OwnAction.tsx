import { type JSX, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './OwnPlan.module.css';
import { type OwnCase, useOwnSettle } from './use-own-plan.ts';

type Action = NonNullable<OwnCase['plan']>['actions'][number];

const MARKS: Readonly<Record<Action['state'], { readonly icon: string }>> = {
  open: { icon: 'circle' },
  done: { icon: 'circle-check' },
  'not-done': { icon: 'circle-x' },
};

/** Done with one press; when it did not work out, with why. */
const Tick = ({ of, action }: { of: OwnCase; action: Action }): JSX.Element => {
  const t = useText('own-plan');
  const settle = useOwnSettle(of, t('noted'));
  const [why, setWhy] = useState<string | null>(null);
  const say = (body: object): void => settle.mutate({ action: action.id, body });
  if (why === null)
    return (
      <>
        <div className={styles.two}>
          <Button
            size="large"
            look="primary"
            busy={settle.isPending}
            onPress={() => say({ state: 'done' })}
            label={`${t('done')}: ${action.what}`}
          >
            {t('done')}
          </Button>
          <Button size="large" onPress={() => setWhy('')} label={`${t('didNot')}: ${action.what}`}>
            {t('didNot')}
          </Button>
        </div>
        <Refused problem={settle.error} />
      </>
    );
  const ready = why.trim().length > 2;
  return (
    <form
      className={styles.why}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !settle.isPending) say({ state: 'not-done', why: why.trim() });
      }}
    >
      <TextField
        label={t('why')}
        maxLength={500}
        autoFocus
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <div className={styles.two}>
        <Button submit size="large" look="primary" busy={settle.isPending} blocked={!ready}>
          {t('say')}
        </Button>
        <Button size="large" onPress={() => setWhy(null)}>
          {t('stop')}
        </Button>
      </div>
      <Refused problem={settle.error} />
    </form>
  );
};

/** Something that was agreed, by whom and by when; one's own to tick off. */
export const OwnAction = ({ of, action }: { of: OwnCase; action: Action }): JSX.Element => {
  const t = useText('own-plan');
  const format = useFormat();
  const late = action.state === 'open' && action.due < of.today;
  const own = action.owner === null;
  const day = format.day(Date.parse(`${action.due}T12:00:00Z`));
  return (
    <li className={styles.action} data-own={own || undefined} data-state={action.state}>
      {late ? <StateMark state="held" size={22} /> : <Icon name={MARKS[action.state].icon} size={22} />}
      <div>
        <p className={styles.what}>{action.what}</p>
        <p className={styles.aside}>
          {t('by', { who: action.owner?.name ?? t('you'), day })}
          {late && <b className={styles.late}> · {t('late')}</b>}
          {action.state === 'done' && ` · ${t('isDone')}`}
          {action.state === 'not-done' && ` · ${t('notDone')}: ${action.why}`}
        </p>
        {own && action.state === 'open' && of.endedAt === null && <Tick of={of} action={action} />}
      </div>
    </li>
  );
};
