import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { DoubtAnswer } from '#modules/capacity/contract.ts';
import { call } from '#web/api/call.ts';
import { serverNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { BoardLine } from './board-lines.ts';

/** Who looks for a place and calls; a ward knows its own beds better than a message about them. */
const CALLERS = ['gp', 'gp-assistant', 'transfer-nurse', 'desk'];

/** "Klopt niet": who called and heard otherwise says so with one press, and the ward gets a clock. */
export const DoubtButton = ({ line }: { line: BoardLine }): JSX.Element | null => {
  const t = useText('board');
  const format = useFormat();
  const { actor } = useSignedIn();
  const tell = useMutation<DoubtAnswer, Problem>({
    mutationFn: () => call('POST', `/api/v1/units/${line.row.unitId}/doubts`, { product: line.row.product }),
    onSuccess: () => readAgain(['board', 'ward']),
  });
  if (!CALLERS.includes(actor.role)) return null;
  if (tell.data !== undefined) {
    const until = format.moment(Date.parse(tell.data.answerBy), serverNow());
    return <p role="status">{t('why.told', { site: line.site.name, until })}</p>;
  }
  return (
    <>
      <Button icon="flag" busy={tell.isPending} onPress={() => tell.mutate()}>
        {t('why.tell')}
      </Button>
      {tell.error !== null && <p role="alert">{tell.error.sentence(currentLanguage())}</p>}
    </>
  );
};
