import type { JSX } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { Notice } from '#web/design/Notice.tsx';
import { OfflineNotice } from '#web/design/OfflineNotice.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';

/** Why there is nothing (more) to see; only what may come back by itself can be tried again. */
export const HelperShut = ({
  problem,
  onAgain,
}: {
  problem: Problem;
  onAgain: () => unknown;
}): JSX.Element => {
  const t = useText('helper');
  const language = currentLanguage();
  const done = problem.code === 'helper-referral-done';
  if (problem.status > 0)
    return (
      <Notice
        kind={done ? 'good' : 'conflict'}
        icon={done ? 'circle-check' : 'circle-alert'}
        title={problem.sentence(language)}
        announce
      >
        {problem.next(language)}
      </Notice>
    );
  return (
    <OfflineNotice
      words={{ title: t('offline.title'), line: t('offline.line'), again: t('offline.again') }}
      onAgain={onAgain}
    />
  );
};
