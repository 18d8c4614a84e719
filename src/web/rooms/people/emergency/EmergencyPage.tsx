import { useMutation } from '@tanstack/react-query';
import { type JSX, useId, useState } from 'react';
import { type EmergencySetting, type EmergencyView, isReason } from '#modules/people/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { readDay } from '#web/rooms/placement/request/person.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Emergency.module.css';
import { PRESSING } from './EmergencyDoor.tsx';

/** Who says whether it works in this region. */
const SWITCHING = ['region-manager', 'security-officer'];

const Opened = ({ view }: { view: EmergencyView }): JSX.Element => {
  const t = useText('emergency');
  const format = useFormat();
  const now = useNow('minute');
  const { person, until } = view;
  const facts = [
    [t('fact.born'), format.longDay(Date.parse(`${person.birthDate}T12:00:00Z`))],
    [t('fact.gp'), person.gpName],
    [t('fact.kin'), [person.kinName, person.kinPhone].filter((part) => part !== null).join(', ')],
    [t('fact.phone'), person.phone],
    [t('fact.pc4'), person.pc4],
  ] as const;
  return (
    <Panel>
      <div className={styles.form}>
        <Notice
          kind="conflict"
          title={t('opened', { until: format.moment(Date.parse(until), now) })}
          announce
        >
          {t('told')}
        </Notice>
        <h2>{person.name}</h2>
        <dl className={styles.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value === null || value === '' ? t('fact.none') : value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Panel>
  );
};

const Press = ({ onOpen }: { onOpen: (view: EmergencyView) => void }): JSX.Element => {
  const t = useText('emergency');
  const why = useId();
  const [name, setName] = useState('');
  const [birth, setBirth] = useState('');
  const [reason, setReason] = useState('');
  const day = readDay(birth);
  const ready = name.trim() !== '' && day !== null && isReason(reason);
  const press = useMutation<EmergencyView, Problem>({
    mutationFn: () =>
      call('POST', '/api/v1/emergency', { name: name.trim(), birthDate: day, reason: reason.trim() }),
    onSuccess: onOpen,
  });
  return (
    <Panel>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !press.isPending) press.mutate();
        }}
      >
        <p>{t('lead')}</p>
        <TextField
          label={t('name')}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          label={t('birth')}
          hint={t('birthHint')}
          autoComplete="off"
          inputMode="numeric"
          value={birth}
          onChange={(event) => setBirth(event.currentTarget.value)}
        />
        <div>
          <p id={why} className={styles.label}>
            {t('why')}
          </p>
          <TextArea
            labelledBy={why}
            hint={t('whyHint')}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        <div>
          <Button submit look="primary" size="large" icon="siren" busy={press.isPending} blocked={!ready}>
            {t('press')}
          </Button>
        </div>
        <Refused problem={press.error} />
      </form>
    </Panel>
  );
};

const Switch = ({ setting }: { setting: EmergencySetting }): JSX.Element => {
  const t = useText('emergency');
  const turn = useMutation<unknown, Problem>({
    mutationFn: () => call('PUT', '/api/v1/emergency/setting', { on: !setting.on }),
    onSuccess: () => readAgain(['emergency']),
  });
  return (
    <Panel>
      <div className={styles.form}>
        <p>{t(setting.on ? 'switch.on' : 'switch.off')}</p>
        <div>
          <Button size="large" busy={turn.isPending} onPress={() => turn.mutate()}>
            {t(setting.on ? 'switch.turnOff' : 'switch.turnOn')}
          </Button>
        </div>
        <Refused problem={turn.error} />
      </div>
    </Panel>
  );
};

/** The emergency button: for who treats somebody now and does not know them yet. The manager of the region and who judges looks switch it. */
export const EmergencyPage = (): JSX.Element => {
  const t = useText('emergency');
  const { actor } = useSignedIn();
  const [view, setView] = useState<EmergencyView | null>(null);
  const { data, error } = useRead<EmergencySetting>('/api/v1/emergency/setting', ['emergency']);
  const setting = data?.body;
  const may = PRESSING.includes(actor.role);
  const switches = SWITCHING.includes(actor.role);
  return (
    <Screen title={t('title')} line={t('line')}>
      <div className={styles.page}>
        <Refused problem={error} />
        {switches && setting !== undefined && <Switch setting={setting} />}
        {setting?.on === false && may && (
          <Notice kind="plain" title={t('off')}>
            {t('offLine')}
          </Notice>
        )}
        {setting?.on === true && may && view === null && <Press onOpen={setView} />}
        {view !== null && <Opened view={view} />}
        {!may && !switches && (
          <Notice kind="plain" title={t('notYou')}>
            {t('notYouLine')}
          </Notice>
        )}
      </div>
    </Screen>
  );
};
