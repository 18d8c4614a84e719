import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { HomesView } from '#modules/review/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import styles from './Review.module.css';

type Colleague = HomesView['colleagues'][number];

const PC4 = /^[1-9]\d{3}$/;

const Fields = ({ colleagues }: { colleagues: readonly Colleague[] }): JSX.Element => {
  const t = useText('review');
  const shell = useText('shell');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const typedFor = ({ id, pc4 }: Colleague): string => typed[id] ?? pc4 ?? '';
  const changed = colleagues.filter((each) => typedFor(each).trim() !== (each.pc4 ?? ''));
  const wrong = (each: Colleague): boolean =>
    typedFor(each).trim() !== '' && !PC4.test(typedFor(each).trim());
  const save = useMutation<HomesView, Problem>({
    mutationFn: () =>
      call('PUT', '/api/v1/review/homes', {
        homes: changed.map((each) => ({ professionalId: each.id, pc4: typedFor(each).trim() || null })),
      }),
    onSuccess: async () => {
      await readAgain(['homes']);
      setTyped({});
      announce(t('homes.saved'));
    },
  });
  const ready = changed.length > 0 && !colleagues.some(wrong);
  return (
    <form
      className={styles.homes}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !save.isPending) save.mutate();
      }}
    >
      <p>{t('homes.lead')}</p>
      <ul>
        {colleagues.map((each) => (
          <li key={each.id}>
            <TextField
              label={`${each.name}, ${shell(`role.${each.role}`)}`}
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              error={wrong(each) && typedFor(each).length === 4 ? t('homes.wrong') : null}
              value={typedFor(each)}
              onChange={(event) => setTyped({ ...typed, [each.id]: event.currentTarget.value })}
            />
          </li>
        ))}
      </ul>
      <Refused problem={save.error} />
      <div>
        <Button submit look="primary" busy={save.isPending} blocked={!ready}>
          {t('homes.save')}
        </Button>
      </div>
      {save.isSuccess && changed.length === 0 && <Notice kind="good" title={t('homes.saved')} />}
    </form>
  );
};

/** Where colleagues live, in four digits: without it a look at the neighbours does not stand out. */
export const Homes = (): JSX.Element => {
  const t = useText('review');
  const { data, error } = useRead<HomesView>('/api/v1/review/homes', ['homes']);
  return (
    <Panel title={t('homes.title')}>
      <Refused problem={error} />
      {data === undefined && error === null && <Skeleton grid="1fr 120px" rows={5} />}
      {data !== undefined && <Fields colleagues={data.body.colleagues} />}
    </Panel>
  );
};
