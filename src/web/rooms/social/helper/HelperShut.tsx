import type { JSX } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';

/** Why there is nothing (more) to see; only what may come back by itself can be tried again. */
export const HelperShut = ({
  problem,
  onAgain,
}: {
  problem: Problem;
  onAgain: () => unknown;
}): JSX.Element => {
  const t = useText('helper');
  if (problem.status > 0) return <ProblemNotice problem={problem} kind="conflict" />;
  return (
    <Notice
      kind="offline"
      title={t('offline.title')}
      actions={
        <Button size="large" onPress={() => void onAgain()}>
          {t('offline.again')}
        </Button>
      }
      announce
    >
      {t('offline.line')}
    </Notice>
  );
};
