import { type JSX, useState } from 'react';
import { localDay, plusDays } from '#kernel/calendar.ts';
import type { CaseView } from '#modules/cases/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import { useCaseAct } from './use-case-act.ts';

type Plan = NonNullable<CaseView['plan']>;
type Action = Plan['actions'][number];

const PERSON = 'person';

const MARKS: Readonly<Record<Action['state'], { readonly icon: string }>> = {
  open: { icon: 'circle' },
  done: { icon: 'circle-check' },
  'not-done': { icon: 'circle-x' },
};

/** Done, or not and why: in the line of what was agreed. */
const Settle = ({ of, action }: { of: CaseView; action: Action }): JSX.Element => {
  const t = useText('cases');
  const { act, blocked } = useCaseAct(of.id);
  const [why, setWhy] = useState<string | null>(null);
  const settle = (body: object): void =>
    act.mutate({ path: `actions/${action.id}/settle`, body, done: t('plan.settled') });
  const button = (does: string, onPress: () => void) => (
    <Button
      size="small"
      blocked={blocked}
      busy={act.isPending}
      onPress={onPress}
      label={`${t(does)}: ${action.what}`}
    >
      {t(does)}
    </Button>
  );
  return (
    <div className={styles.settle}>
      <Refused problem={act.error} />
      {why === null ? (
        <div className={styles.acts}>
          {button('plan.done', () => settle({ state: 'done' }))}
          {button('plan.notDone', () => setWhy(''))}
        </div>
      ) : (
        <form
          className={styles.inline}
          onSubmit={(event) => {
            event.preventDefault();
            if (why.trim().length > 2) settle({ state: 'not-done', why: why.trim() });
          }}
        >
          <TextField
            label={t('plan.why')}
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Button submit busy={act.isPending} blocked={blocked || why.trim().length < 3}>
            {t('plan.notDone')}
          </Button>
        </form>
      )}
    </div>
  );
};

const Line = ({ of, action }: { of: CaseView; action: Action }): JSX.Element => {
  const t = useText('cases');
  const format = useFormat();
  const own = useSignedIn().actor.organisation.id;
  const today = localDay(useNow('minute'), REGION_ZONE);
  const late = action.state === 'open' && action.due < today;
  const mine = action.owner?.id === own || of.coordinator.id === own;
  const due = format.day(Date.parse(`${action.due}T12:00:00Z`));
  return (
    <li className={styles.action} data-state={action.state} data-late={late || undefined}>
      {late ? <StateMark state="held" size={20} /> : <Icon name={MARKS[action.state].icon} size={20} />}
      <div>
        <p className={styles.what}>{action.what}</p>
        <p className={styles.aside}>
          {action.owner?.name ?? t('plan.person')} · {t('plan.by', { day: due })}
          {late && <b className={styles.late}> · {t('plan.late')}</b>}
          {action.state !== 'open' && ` · ${t(`plan.state.${action.state}`)}`}
          {action.why !== null && `: ${action.why}`}
        </p>
        {action.state === 'open' && mine && of.endedAt === null && <Settle of={of} action={action} />}
      </div>
    </li>
  );
};

const Agree = ({ of }: { of: CaseView }): JSX.Element => {
  const t = useText('cases');
  const today = localDay(useNow('minute'), REGION_ZONE);
  const { act, blocked } = useCaseAct(of.id);
  const [what, setWhat] = useState('');
  const [picked, setPicked] = useState(PERSON);
  const [due, setDue] = useState(plusDays(today, 7));
  const owners = of.helpers.filter(({ parts }) => parts?.includes('plan') !== false);
  // Who was picked may have left meanwhile.
  const owner = owners.some(({ id }) => id === picked) ? picked : PERSON;
  const ready = what.trim() !== '' && due >= today;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || blocked || act.isPending) return;
        const body = { what: what.trim(), owner: owner === PERSON ? null : owner, due };
        act.mutate(
          { path: 'actions', body, done: t('plan.agreed') },
          {
            // What was typed meanwhile stays.
            onSuccess: () => setWhat((now) => (now === what ? '' : now)),
          },
        );
      }}
    >
      <div className={styles.fields}>
        <TextField
          label={t('plan.what')}
          maxLength={500}
          autoComplete="off"
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <TextField
          label={t('plan.due')}
          type="date"
          min={today}
          value={due}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
      </div>
      <ChipToggles
        label={t('plan.who')}
        one
        chips={[
          { value: PERSON, label: t('plan.person') },
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        values={[owner]}
        onChange={([next = PERSON]) => setPicked(next)}
      />
      <Refused problem={act.error} />
      <div>
        <Button submit look="primary" busy={act.isPending} blocked={!ready || blocked}>
          {t('plan.agree')}
        </Button>
      </div>
    </form>
  );
};

/** What was agreed: who does what by when, and what came of it. */
export const PlanPanel = ({ of, plan }: { of: CaseView; plan: Plan }): JSX.Element => {
  const t = useText('cases');
  return (
    <Panel title={t('plan.title')}>
      {plan.actions.length === 0 && <p className={styles.aside}>{t('plan.none')}</p>}
      {plan.actions.length > 0 && (
        <ul className={styles.actions}>
          {plan.actions.map((action) => (
            <Line key={action.id} of={of} action={action} />
          ))}
        </ul>
      )}
      {of.endedAt === null && <Agree of={of} />}
      {plan.ending !== null && (
        <div className={styles.ending}>
          <p>
            <b>{t(`outcome.${plan.ending.outcome}`)}</b> {t('ended.by', { who: plan.ending.by })}
          </p>
          <p>{plan.ending.learned}</p>
        </div>
      )}
    </Panel>
  );
};
