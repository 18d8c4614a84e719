import { useMutation } from '@tanstack/react-query';
import { type JSX, useId, useState } from 'react';
import type { DayRoom, RoomBody } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { Chairs } from './Chairs.tsx';
import { bodyOf, type Draft, draftOf, twice } from './facts.ts';
import styles from './Room.module.css';

const Words = ({
  label,
  hint,
  value,
  keeps,
  onChange,
}: {
  label: string;
  hint: string;
  value: string;
  keeps: boolean;
  onChange: (value: string) => void;
}): JSX.Element => {
  const id = useId();
  return (
    <Panel>
      <h2 id={id} className={styles.title}>
        {label}
      </h2>
      <TextArea
        labelledBy={id}
        hint={hint}
        readOnly={!keeps}
        rows={4}
        maxLength={2_000}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Panel>
  );
};

/** The chairs, what is at hand when somebody reacts and the way there, said together. */
export const FactsForm = ({ room, keeps }: { room: DayRoom; keeps: boolean }): JSX.Element => {
  const t = useText('day-room');
  const [draft, setDraft] = useState<Draft>(() => draftOf(room));
  const save = useMutation<DayRoom, Problem, RoomBody>({
    mutationFn: (body) => call('PUT', `/api/v1/day-rooms/${room.unit.id}`, body),
    onSuccess: async (now) => {
      setDraft(draftOf(now));
      await readAgain(['day-room']);
    },
  });
  const change = (part: Partial<Draft>): void => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const again = twice(draft);
  const empty = draft.chairs.length === 0 || draft.chairs.some(({ code }) => code.trim() === '');
  return (
    <form
      className={styles.column}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (again.length === 0 && !empty) save.mutate(bodyOf(draft));
      }}
    >
      <Chairs chairs={draft.chairs} keeps={keeps} again={again} onChange={(chairs) => change({ chairs })} />
      <Words
        label={t('emergency.title')}
        hint={t('emergency.hint')}
        keeps={keeps}
        value={draft.emergency}
        onChange={(emergency) => change({ emergency })}
      />
      <Words
        label={t('route.title')}
        hint={t('route.hint')}
        keeps={keeps}
        value={draft.route}
        onChange={(route) => change({ route })}
      />
      <Refused problem={save.error} />
      {save.isSuccess && <Notice kind="good" title={t('saved')} announce />}
      {keeps && (
        <div className={styles.acts}>
          <Button
            submit
            look="primary"
            size="large"
            icon="check"
            busy={save.isPending}
            blocked={again.length > 0 || empty}
          >
            {t(save.isPending ? 'busy' : 'save')}
          </Button>
          {empty && <p className={styles.wrong}>{t('chairs.empty')}</p>}
        </div>
      )}
    </form>
  );
};
