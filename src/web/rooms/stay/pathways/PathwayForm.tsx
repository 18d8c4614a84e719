import { type JSX, useId, useState } from 'react';
import { STAY_ROLES, type StayRole } from '#modules/stay/types.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import { useVersionForm } from '#web/shell/use-version-form.ts';
import versions from '#web/shell/Versions.module.css';
import { MeetingLines, TaskLines, type Writing } from './PathwayLines.tsx';
import styles from './Pathways.module.css';
import { bodyOf, draftOf, faultsOf, type PathwayDraft } from './pathway-draft.ts';
import { type PathwayOf, useAdopting } from './use-pathways.ts';

type YesNo = 'yes' | 'no';

/** How long, and who is around. */
const Length = ({ draft, wrong, change }: Writing): JSX.Element => {
  const t = useText('pathways');
  return (
    <>
      <div className={styles.row}>
        <TextField
          label={t('most')}
          inputMode="numeric"
          value={draft.most}
          error={wrong('most')}
          onChange={({ target }) => change({ most: target.value })}
        />
        <ChipToggles<PathwayDraft['unit']>
          label={t('field.unit')}
          one
          shape="joined"
          chips={(['days', 'months'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
          values={[draft.unit]}
          onChange={([unit]) => change({ unit: unit ?? draft.unit })}
        />
        <TextField
          label={t('field.alarm')}
          inputMode="numeric"
          value={draft.alarmDays}
          error={wrong('alarmDays')}
          onChange={({ target }) => change({ alarmDays: target.value })}
        />
        <TextField
          label={t('field.usual')}
          inputMode="numeric"
          value={draft.usualDays}
          error={wrong('usualDays')}
          onChange={({ target }) => change({ usualDays: target.value })}
        />
        <TextField
          label={t('field.leaveAt')}
          type="time"
          value={draft.leaveAt}
          error={wrong('leaveAt')}
          onChange={({ target }) => change({ leaveAt: target.value })}
        />
      </div>
      <div className={styles.asked}>
        <span>{t('roles')}</span>
        <ChipToggles<StayRole>
          label={t('roles')}
          chips={STAY_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          values={draft.roles}
          onChange={(roles) => change({ roles })}
        />
      </div>
      <div className={styles.asked}>
        <span>{t('answers')}</span>
        <ChipToggles<YesNo>
          label={t('answers')}
          one
          shape="joined"
          chips={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))}
          values={[draft.answers ? 'yes' : 'no']}
          onChange={([next]) => change({ answers: next === 'yes' })}
        />
      </div>
    </>
  );
};

/** A new version of a pathway: begins with what counts now, goes by decision, with the name of who decides and why. */
export const PathwayForm = ({
  pathway,
  name,
  onDone,
}: {
  pathway: PathwayOf;
  name: string;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('pathways');
  const { actor } = useSignedIn();
  const title = useId();
  const [begun] = useState(pathway.now);
  const { busy, problem, adopt } = useAdopting();
  const { form, writing, submit } = useVersionForm({
    begin: () => draftOf(begun.body),
    faultsOf,
    say: (fault) => t(`wrong.${fault}`),
    leave: t('stop'),
    onLeave: onDone,
    send: (draft) => {
      if (busy) return;
      adopt(
        { product: pathway.product, reason: draft.reason.trim(), body: bodyOf(draft) },
        begun.version,
        () => {
          announce(t('done', { name }));
          onDone();
        },
      );
    },
  });
  return (
    <form ref={form} className={versions.form} aria-labelledby={title} noValidate onSubmit={submit}>
      <h3 id={title}>{t('formTitle', { name, version: begun.version + 1 })}</h3>
      <Length {...writing} />
      <MeetingLines {...writing} />
      <TaskLines {...writing} />
      <TextField
        label={t('field.reason')}
        maxLength={500}
        autoComplete="off"
        value={writing.draft.reason}
        error={writing.wrong('reason')}
        onChange={({ target }) => writing.change({ reason: target.value })}
      />
      <p className={versions.quiet}>{t('decides', { who: actor.name, version: begun.version })}</p>
      <Refused problem={problem} />
      <div className={versions.acts}>
        <Button submit look="primary" busy={busy}>
          {t(busy ? 'busy' : 'adopt')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('stop')}
        </Button>
      </div>
    </form>
  );
};
