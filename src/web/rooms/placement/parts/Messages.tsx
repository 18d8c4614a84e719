import { type JSX, useId, useState } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Problem } from '#web/api/problem.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { cx } from '#web/design/cx.ts';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useStep } from '#web/rooms/placement/use-step.ts';
import styles from './Parts.module.css';

const STANDING = new Set(['open', 'alternative', 'willing', 'accepted']);
/** The thread between who asked and the desk, beside those with the houses. */
const OWN = 'own';
const ASKING = new Set(['gp', 'gp-assistant', 'transfer-nurse', 'desk']);

interface Thread {
  readonly value: string;
  readonly label: string;
}

/** With whom one can write: a house only with who asked; who asked with each house that stands, and with the desk. */
const useThreads = (request: RequestView): Thread[] => {
  const t = useText('facts');
  const { actor } = useSignedIn();
  if (!ASKING.has(actor.role)) return [];
  const houses = request.offers.filter(({ state }) => STANDING.has(state));
  const named = new Map(houses.map(({ organisationId, organisation }) => [organisationId, organisation]));
  const other = actor.role === 'desk' ? request.referrer.name : t('words.desk');
  return [...[...named].map(([value, label]) => ({ value, label })), { value: OWN, label: other }];
};

/** The thread that was written in last, as far as it can still be written in. */
const lastThread = (request: RequestView, threads: readonly Thread[]): string => {
  const last = request.messages.at(-1);
  const value = last === undefined ? undefined : (last.house?.organisationId ?? OWN);
  return threads.find((thread) => thread.value === value)?.value ?? threads[0]?.value ?? OWN;
};

const Words = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  const format = useFormat();
  const now = useNow('minute');
  const asks = ASKING.has(useSignedIn().actor.role);
  if (request.messages.length === 0) return null;
  return (
    <ol className={styles.words} aria-live="polite">
      {request.messages.map(({ id, from, own, house, text, at }) => (
        <li key={id} className={cx(styles.word, own && styles.own)}>
          <p>
            {own ? t('words.you') : from}
            {asks && house !== null && house.name !== from && ` · ${t('words.to', { name: house.name })}`} ·{' '}
            {format.moment(Date.parse(at), now)}
          </p>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
};

const Write = ({ request }: { request: RequestView }): JSX.Element => {
  const t = useText('facts');
  const labelId = useId();
  const threads = useThreads(request);
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const { take, busy, problem } = useStep();
  const thread = threads.find(({ value }) => value === chosen)?.value ?? lastThread(request, threads);
  const send = async (): Promise<void> => {
    const to = thread === OWN ? {} : { organisationId: thread };
    const after = await take({ path: `/requests/${request.id}/messages`, body: { text, ...to } });
    if (!(after instanceof Problem)) setText('');
  };
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void send();
      }}
    >
      {threads.length > 1 && (
        <ChipToggles
          label={t('words.whom')}
          one
          shape="box"
          chips={threads}
          values={[thread]}
          onChange={([next]) => setChosen(next ?? thread)}
        />
      )}
      <p id={labelId} className={styles.quiet}>
        <b>{t('words.noName')}</b> {t('words.noNameLine')}
      </p>
      <TextArea
        labelledBy={labelId}
        rows={2}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button submit busy={busy} blocked={text.trim() === ''}>
          {t('words.send')}
        </Button>
      </div>
      <Refused problem={problem} />
    </form>
  );
};

/** Questions and answers on the request, without a name: between who asks, the desk, and each house in its own thread. */
export const Messages = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  if (request.state === 'closed' && request.messages.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t('words.title')}>
      <h3>{t('words.title')}</h3>
      <Words request={request} />
      {request.state !== 'closed' && <Write request={request} />}
    </section>
  );
};
