import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { ROUTE_FACTS, TRIAGE_NOW } from '#modules/placement/types.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { Stepping } from '#web/rooms/placement/use-step.ts';
import { inWords } from '#web/rooms/placement/words.ts';

const RUNNING = new Set<RequestView['state']>(['searching', 'offered']);

type Taking = Pick<Stepping, 'busy' | 'take'> | null;

/** What was advised; another place than is asked can be taken over with one press. */
const Advised = ({ request, stepping }: { request: RequestView; stepping: Taking }): JSX.Element | null => {
  const t = useText('triage');
  const advice = request.consult?.advice;
  if (advice == null) return null;
  const { product } = advice;
  const route = inWords(ROUTE_FACTS[advice.route].words);
  const other = product !== null && product !== request.product && request.triage.outcome === null;
  const follow = (): void => {
    const body = { version: TRIAGE_NOW.version, answers: [], product };
    void stepping?.take({ path: `/requests/${request.id}/triage`, body });
  };
  return (
    <Notice
      kind="good"
      icon="stethoscope"
      title={t('consult.advice', { name: request.consult?.organisation ?? '', route })}
      {...(other && stepping !== null && RUNNING.has(request.state)
        ? {
            actions: (
              <Button look="primary" busy={stepping.busy} onPress={follow}>
                {t('follow', { route })}
              </Button>
            ),
          }
        : {})}
    >
      {advice.text}
    </Notice>
  );
};

/** Who thinks along, until when, and what was advised; or the button that asks it. */
export const ConsultLine = ({
  request,
  stepping,
}: {
  request: RequestView;
  stepping: Taking;
}): JSX.Element | null => {
  const t = useText('triage');
  const format = useFormat();
  const now = useNow('minute');
  const { consult } = request;
  if (consult?.advice != null) return <Advised request={request} stepping={stepping} />;
  if (consult !== null) {
    const moment = format.moment(Date.parse(consult.answerBy), now);
    return (
      <Notice
        kind="plain"
        icon="stethoscope"
        title={t('consult.waits', { name: consult.organisation, moment })}
      />
    );
  }
  if (stepping === null || !RUNNING.has(request.state) || request.triage.complete) return null;
  return (
    <div>
      <Button
        look="quiet"
        icon="stethoscope"
        busy={stepping.busy}
        onPress={() => void stepping.take({ path: `/requests/${request.id}/consult`, body: {} })}
      >
        {t('consult.ask')}
      </Button>
    </div>
  );
};
