import type { JSX, ReactNode } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** What the house answered when it did not work: what is the matter and what now. With `onAgain` it can be tried again. */
export const ProblemNotice = ({
  problem,
  kind = 'failed',
  onAgain,
  children,
}: {
  problem: Problem | null;
  kind?: 'failed' | 'conflict';
  onAgain?: () => unknown;
  children?: ReactNode;
}): JSX.Element | null => {
  const t = useText('design');
  const language = currentLanguage();
  if (problem === null) return null;
  return (
    <Notice
      kind={kind}
      title={problem.sentence(language)}
      actions={onAgain && <Button onPress={() => void onAgain()}>{t('again')}</Button>}
      announce
    >
      {problem.next(language)}
      {children}
    </Notice>
  );
};
