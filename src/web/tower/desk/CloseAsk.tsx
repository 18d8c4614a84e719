import { type JSX, useState } from 'react';
import type { RequestView, UnmetProposal } from '#modules/placement/contract.ts';
import {
  UNMET_CODES,
  type UnmetCode,
  WITHDRAW_CODES,
  type WithdrawCode,
  WOULD_HAVE,
  type WouldHave,
} from '#modules/placement/types.ts';
import { call } from '#web/api/call.ts';
import { Problem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AskFirst } from '#web/rooms/placement/AskFirst.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useStep } from '#web/rooms/placement/use-step.ts';
import styles from './Steps.module.css';

type Reason = 'no-place' | 'elsewhere' | 'withdrawn';

/** What was chosen or typed; null is not touched yet. */
interface Ending {
  readonly unmet: UnmetCode | null;
  readonly would: readonly WouldHave[] | null;
  readonly place: string;
  readonly km: string;
  readonly withdrawn: WithdrawCode;
}

type Change = (part: Partial<Ending>) => void;

/** Why there was no place: what the search and the houses say stands chosen already. */
const NoPlace = ({
  ending,
  proposed,
  change,
}: {
  ending: Ending;
  proposed: UnmetProposal | undefined;
  change: Change;
}): JSX.Element => {
  const t = useText('desk');
  const code = ending.unmet ?? proposed?.code;
  return (
    <>
      <p>{t('close.unmetWhy')}</p>
      <ChipToggles<UnmetCode>
        label={t('close.unmetWhy')}
        one
        shape="box"
        chips={UNMET_CODES.map((value) => ({ value, label: t(`unmet.${value}`) }))}
        values={code === undefined ? [] : [code]}
        onChange={([unmet]) => change({ unmet: unmet ?? null })}
      />
      <p>{t('close.wouldWhy')}</p>
      <ChipToggles<WouldHave>
        label={t('close.wouldWhy')}
        shape="box"
        chips={WOULD_HAVE.map((value) => ({ value, label: t(`would.${value}`) }))}
        values={ending.would ?? proposed?.would ?? []}
        onChange={(would) => change({ would })}
      />
    </>
  );
};

const Elsewhere = ({ ending, change }: { ending: Ending; change: Change }): JSX.Element => {
  const t = useText('desk');
  return (
    <div className={styles.moment}>
      <TextField
        label={t('close.place')}
        value={ending.place}
        maxLength={200}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
      <TextField
        label={t('close.km')}
        inputMode="decimal"
        value={ending.km}
        onChange={(event) => change({ km: event.currentTarget.value })}
      />
    </div>
  );
};

const Withdrawn = ({ ending, change }: { ending: Ending; change: Change }): JSX.Element => {
  const t = useText('desk');
  return (
    <ChipToggles<WithdrawCode>
      label={t('close.withdrawnWhy')}
      one
      shape="box"
      chips={WITHDRAW_CODES.map((value) => ({ value, label: t(`withdrawn.${value}`) }))}
      values={[ending.withdrawn]}
      onChange={([withdrawn]) => change({ withdrawn: withdrawn ?? ending.withdrawn })}
    />
  );
};

const elsewhereBody = ({ place, km }: Ending) => {
  const distance = Number(km.replace(',', '.'));
  const known = km.trim() !== '' && Number.isFinite(distance);
  return { reason: 'elsewhere', place: place.trim(), ...(known ? { km: distance } : {}) };
};

/** Ends a request without a stay. It does not come back, so it asks first; "geen plek" counts as unmet demand. */
export const CloseAsk = ({ request, onDone }: { request: RequestView; onDone: () => void }): JSX.Element => {
  const t = useText('desk');
  const reasons: readonly Reason[] =
    request.state === 'searching' ? ['no-place', 'elsewhere', 'withdrawn'] : ['elsewhere', 'withdrawn'];
  const [reason, setReason] = useState<Reason>(reasons[0] ?? 'withdrawn');
  const [ending, setEnding] = useState<Ending>({
    unmet: null,
    would: null,
    place: '',
    km: '',
    withdrawn: 'other-solution',
  });
  const change: Change = (part) => setEnding((before) => ({ ...before, ...part }));
  const address = `/api/v1/requests/${request.id}/unmet-proposal`;
  const proposed = useRead<UnmetProposal>(reasons.includes('no-place') ? address : null, []).data?.body;
  const { take, busy, problem } = useStep();
  const bodyOf = async (): Promise<Readonly<Record<string, unknown>>> => {
    if (reason === 'withdrawn') return { reason, code: ending.withdrawn };
    if (reason === 'elsewhere') return elsewhereBody(ending);
    // Enter may come before the proposal did: then it is asked for now.
    const first = proposed ?? (await call<UnmetProposal>('GET', address));
    return { reason, code: ending.unmet ?? first.code, would: ending.would ?? first.would };
  };
  const close = async (): Promise<void> => {
    const after = await take({ path: `/requests/${request.id}/close`, body: await bodyOf() });
    if (!(after instanceof Problem)) onDone();
  };
  return (
    <div className={styles.ask}>
      <AskFirst
        title={t('close.title', { code: request.code })}
        yes={t('close.yes')}
        no={t('close.no')}
        busy={busy}
        onYes={() => void close()}
        onNo={onDone}
      >
        <p>{t(`close.${reason}Line`)}</p>
        <div className={styles.reasons}>
          <ChipToggles<Reason>
            label={t('close.why')}
            one
            shape="joined"
            chips={reasons.map((value) => ({ value, label: t(`close.${value}`) }))}
            values={[reason]}
            onChange={([next]) => setReason(next ?? reason)}
          />
          {reason === 'no-place' && <NoPlace ending={ending} proposed={proposed} change={change} />}
          {reason === 'elsewhere' && <Elsewhere ending={ending} change={change} />}
          {reason === 'withdrawn' && <Withdrawn ending={ending} change={change} />}
        </div>
      </AskFirst>
      <Refused problem={problem} />
    </div>
  );
};
