import { Popover } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { Queue } from '#tower/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Age } from '#web/design/Age.tsx';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { originOf } from '#web/design/figure.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import { telephone } from '#web/telephone.ts';
import styles from './CallAfter.module.css';

type StaleUnit = Queue['staleUnits'][number];

/** One ward to call. What it says on the telephone is written down with one press, and counts from then on. */
const WardToCall = ({ unit }: { unit: StaleUnit }): JSX.Element => {
  const t = useText('desk');
  const confirm = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', `/api/v1/units/${unit.unitId}/confirmations`, { source: 'phone' }),
    onSuccess: async () => {
      announce(t('stale.confirmed', { site: unit.site }));
      await readAgain(['board', 'ward', 'request']);
    },
  });
  return (
    <li>
      <span>
        <b>{unit.site}</b> {unit.unit}
        <Age {...originOf(unit.figure)} />
        {confirm.error !== null && <span role="alert">{t('stale.failed')}</span>}
      </span>
      <span className={styles.acts}>
        <ButtonLink to={telephone(unit.phone)} look="call" size="small">
          {unit.phone}
        </ButtonLink>
        <Button size="small" busy={confirm.isPending} onPress={() => confirm.mutate()}>
          {t('stale.confirm')}
        </Button>
      </span>
    </li>
  );
};

/** The wards whose figures are too old: their numbers, and a place to say what they answered. */
export const CallAfter = ({ stale }: { stale: readonly StaleUnit[] }): JSX.Element => {
  const t = useText('desk');
  const [opened, setOpened] = useState(false);
  const title = t('stale.call', { count: stale.length });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={460} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.call}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <Icon name="phone" />
          {title}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <ul className={styles.numbers}>
          {stale.map((unit) => (
            <WardToCall key={unit.unitId} unit={unit} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
};
