import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { EndBody, HelperReferral } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { EndForm } from '#web/rooms/social/inbox/EndForm.tsx';
import styles from './Helper.module.css';

type State = HelperReferral['referral']['state'];
type Step = 'accepted' | 'contacted' | 'active';

/** The one thing to press, by how far it is; from `active` on only what came of it is left. */
const NEXT: Readonly<Partial<Record<State, Step>>> = {
  sent: 'accepted',
  seen: 'accepted',
  accepted: 'contacted',
  contacted: 'active',
};
/** Once they spoke, help may have been given; before, it can only be said that it does not work out. */
const SPOKEN: ReadonlySet<State> = new Set(['contacted', 'active']);

/** What was told of the step that was taken last. */
const Told = ({ state }: { state: State }): JSX.Element | null => {
  const t = useText('helper');
  if (state === 'sent' || state === 'seen') return null;
  return (
    <Notice kind="good" title={t(`told.${state}.title`)} announce>
      {t(`told.${state}.line`)}
    </Notice>
  );
};

const Choices = ({
  state,
  busy,
  onStep,
  onEnd,
}: {
  state: State;
  busy: boolean;
  onStep: (step: Step) => void;
  onEnd: () => void;
}): JSX.Element => {
  const t = useText('helper');
  const next = NEXT[state];
  return (
    <div className={styles.acts}>
      {next !== undefined && (
        <Button look="primary" size="huge" wide icon="check" busy={busy} onPress={() => onStep(next)}>
          {t(`step.${next}`)}
        </Button>
      )}
      <Button
        look={next === undefined ? 'primary' : 'secondary'}
        size={next === undefined ? 'huge' : 'large'}
        wide
        onPress={onEnd}
      >
        {t(SPOKEN.has(state) ? 'step.ended' : 'step.declined')}
      </Button>
    </div>
  );
};

/** One press per step; at the end what came of it, with a reason. */
export const HelperSteps = ({ view }: { view: HelperReferral }): JSX.Element => {
  const t = useText('helper');
  const [ending, setEnding] = useState(false);
  const { state } = view.referral;
  const act = useMutation<HelperReferral, Problem, readonly [Step | 'ended', EndBody | object]>({
    mutationFn: ([step, body]) => call('POST', `/api/v1/helper/referral/${step}`, body),
    // Also when it did not work: somebody else of the house may have been first.
    onSettled: () => readAgain(['helper']),
    onSuccess: () => setEnding(false),
  });
  const over = state === 'ended';
  return (
    <div className={styles.steps}>
      {!ending && <Told state={state} />}
      {!ending && <Refused problem={act.error} />}
      {!over && !ending && (
        <Choices
          state={state}
          busy={act.isPending}
          onStep={(step) => act.mutate([step, {}])}
          onEnd={() => setEnding(true)}
        />
      )}
      {!over && ending && (
        <section className={styles.ending} aria-label={t(SPOKEN.has(state) ? 'step.ended' : 'step.declined')}>
          <EndForm
            referral={view.referral}
            busy={act.isPending}
            problem={act.error}
            onSend={(body) => act.mutate(['ended', body])}
            onStop={() => setEnding(false)}
          />
        </section>
      )}
    </div>
  );
};
