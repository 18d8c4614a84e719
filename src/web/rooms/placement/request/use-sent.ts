import type { RequestView } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { openOffer } from '#web/rooms/placement/strip-facts.ts';
import { takeBackRequest } from '#web/rooms/placement/use-step.ts';
import { offerUndo } from '#web/shell/undo.ts';

/**
 * Tells what was sent and until when somebody answers, and offers ten seconds to take it back. `again` puts the
 * answers back into the form.
 */
export const useSent = (): ((request: RequestView, again: () => void) => void) => {
  const t = useText('request');
  const format = useFormat();
  const now = useNow('minute');
  return (request, again) => {
    const offer = openOffer(request);
    const clock = format.clock(Date.parse(request.sentAt));
    const words =
      offer === undefined
        ? t('sent.desk', { clock })
        : t('sent.asked', {
            clock,
            site: offer.site,
            moment: format.moment(Date.parse(offer.answerBy), now),
          });
    offerUndo(words, async () => {
      await takeBackRequest(request.id);
      again();
    });
  };
};
