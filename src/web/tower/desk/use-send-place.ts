import { useNow } from '#web/api/clock.ts';
import { Problem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { takeBackOffer, useStep } from '#web/rooms/placement/use-step.ts';
import { offerUndo } from '#web/shell/undo.ts';

/** A bed that is asked for. */
export interface PlaceToAsk {
  readonly placeId: string;
  readonly unitId: string;
  readonly site: string;
}

/** Asking one house for one request. */
export interface Sending {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly forget: () => void;
  /** Null when it went through; otherwise why not (also in `problem`). */
  readonly send: (requestId: string, place: PlaceToAsk) => Promise<Problem | null>;
}

/** Sends a request to one house, with ten seconds to take it back. */
export const useSendPlace = (): Sending => {
  const t = useText('desk');
  const format = useFormat();
  const now = useNow('minute');
  const { take, busy, problem, forget } = useStep();
  return {
    busy,
    problem,
    forget,
    send: async (requestId, { placeId, unitId, site }) => {
      const after = await take({ path: `/requests/${requestId}/offers`, body: { placeId, hold: true } });
      if (after instanceof Problem) return after;
      const offer = after.offers.find((each) => each.unitId === unitId && each.state === 'open');
      if (offer !== undefined) {
        const moment = format.moment(Date.parse(offer.answerBy), now);
        offerUndo(t('asked', { site, moment }), () => takeBackOffer(offer.id));
      }
      return null;
    },
  };
};
