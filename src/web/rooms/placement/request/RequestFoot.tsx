import type { JSX } from 'react';
import { useNow } from '#web/api/clock.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { type Step, Steps } from '#web/design/Steps.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useKeys } from '#web/shell/acts.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import styles from './Foot.module.css';
import type { RequestInHand } from './use-request.ts';

const useWhatHappens = (request: RequestInHand): { steps: Step[]; sentence: string } => {
  const t = useText('request');
  const format = useFormat();
  const now = useNow('minute');
  const phone = useSignedIn().region.deskPhone;
  const { found, chosen, also, offline } = request;
  const you: Step = { title: t('plan.now'), line: t('plan.send'), phase: 'now' };
  if (offline) return { steps: [], sentence: t('plan.offline', { phone }) };
  if (found === undefined) {
    const then: Step = { title: t('plan.after'), line: t('plan.either'), phase: 'todo' };
    return { steps: [you, then], sentence: t('plan.either') };
  }
  if (chosen === null) {
    const desk: Step = { title: t('plan.after'), line: t('plan.deskSearches'), phase: 'todo' };
    return { steps: [you, desk], sentence: t('plan.deskSentence') };
  }
  const heldUntil = format.moment(Date.parse(found.plan.heldUntil), now);
  const answerBy = format.moment(Date.parse(found.plan.answerBy), now);
  return {
    steps: [
      you,
      { title: format.clock(now), line: t('plan.held'), phase: 'todo' },
      {
        title: t('plan.by', { moment: answerBy }),
        line: t(also.length > 0 ? 'plan.oneAnswers' : 'plan.answers', { site: chosen.site }),
        phase: 'todo',
      },
      { title: t('plan.else', { moment: answerBy }), line: t('plan.deskCalls'), phase: 'todo' },
    ],
    sentence: t('plan.sentence', { moment: heldUntil }),
  };
};

/** Before sending: what will happen and until when. The two buttons never change places. */
export const RequestFoot = ({ request }: { request: RequestInHand }): JSX.Element => {
  const t = useText('request');
  const phone = usePhone();
  const { steps, sentence } = useWhatHappens(request);
  const { busy, offline } = request;
  const send = (): void => request.send('chosen');
  const desk = (): void => request.send('desk');
  useKeys([
    { keys: ['Ctrl+Enter'], does: t('send'), run: send },
    { keys: ['Alt+l'], does: t('desk'), run: desk },
    ...request.fits.slice(0, 3).map((place, rank) => ({
      keys: [`Alt+${rank + 1}`],
      does: t('choosePlace', { site: place.site }),
      run: () => request.change({ unitId: place.unitId }),
      onlyKey: true,
    })),
  ]);
  return (
    <div className={styles.foot}>
      {phone || offline ? (
        <p className={styles.sentence}>{sentence}</p>
      ) : (
        <div className={styles.steps}>
          <Steps label={t('plan.label')} steps={steps} across />
        </div>
      )}
      <div className={styles.buttons}>
        <Button size="large" onPress={desk} busy={busy !== null} blocked={offline}>
          {busy === 'desk' ? t('sending') : t(phone ? 'deskBrief' : 'desk')}
        </Button>
        <Button
          size="large"
          look="primary"
          keys={['Ctrl', '↵']}
          onPress={send}
          busy={busy !== null}
          blocked={offline}
        >
          {busy === 'send' ? t(request.chosen === null ? 'sending' : 'holding') : t('send')}
        </Button>
      </div>
    </div>
  );
};
