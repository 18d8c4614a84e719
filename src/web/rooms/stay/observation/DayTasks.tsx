import { type JSX, useState } from 'react';
import { minutesOf } from '#kernel/calendar.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { InlineForm } from './InlineForm.tsx';
import type { PlanTask } from './strip.ts';
import type { ObservationActs } from './use-observations.ts';

/** A line of the plan is not needed after all: why. */
export const SkipTask = ({
  task,
  acts,
  onDone,
}: {
  task: PlanTask;
  acts: ObservationActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('observation');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const skip = async (): Promise<void> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '' || acts.busy) return;
    if (await acts.skip(task, reason.trim(), t('plan.saidSkipped', { label: task.label }))) onDone();
  };
  return (
    <InlineForm busy={acts.busy} onSave={() => void skip()}>
      <TextField
        label={t('plan.whySkip')}
        value={reason}
        maxLength={300}
        autoComplete="off"
        error={missing ? t('plan.whySkipMissing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </InlineForm>
  );
};

/** One more line in the plan of a day. */
export const AddTask = ({ day, acts }: { day: string; acts: ObservationActs }): JSX.Element => {
  const t = useText('observation');
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [clock, setClock] = useState('');
  const [missing, setMissing] = useState(false);
  const add = async (): Promise<void> => {
    setMissing(label.trim() === '');
    if (label.trim() === '' || acts.busy) return;
    const body = { day, label: label.trim(), minutes: minutesOf(clock) };
    if (!(await acts.plan(body, t('plan.saidAdded', { label: label.trim() })))) return;
    setLabel('');
    setClock('');
    setOpen(false);
  };
  if (!open)
    return (
      <Button size="small" look="quiet" icon="plus" onPress={() => setOpen(true)}>
        {t('plan.add')}
      </Button>
    );
  return (
    <InlineForm busy={acts.busy} onSave={() => void add()}>
      <TextField
        label={t('plan.what')}
        value={label}
        maxLength={120}
        autoComplete="off"
        autoFocus
        error={missing ? t('plan.whatMissing') : null}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <TextField
        label={t('plan.clock')}
        type="time"
        value={clock}
        onChange={(event) => setClock(event.currentTarget.value)}
      />
    </InlineForm>
  );
};
