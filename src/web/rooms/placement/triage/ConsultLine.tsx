import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { ROUTE_FACTS } from '#modules/placement/types.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { Stepping } from '#web/rooms/placement/use-step.ts';
import { inWords } from '#web/rooms/placement/words.ts';

const RUNNING = new Set<RequestView['state']>(['searching', 'offered']);

/** Who thinks along, until when, and what was advised; or the button that asks it. */
export const ConsultLine = ({
  request,
  stepping,
}: {
  request: RequestView;
  stepping: Pick<Stepping, 'busy' | 'take'> | null;
}): JSX.Element | null => {
  const t = useText('triage');
  const format = useFormat();
  const now = useNow('minute');
  const { consult } = request;
  if (consult?.advice != null) {
    const route = inWords(ROUTE_FACTS[consult.advice.route].words);
    return (
      <Notice
        kind="good"
        icon="stethoscope"
        title={t('consult.advice', { name: consult.organisation, route })}
      >
        {consult.advice.text}
      </Notice>
    );
  }
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
