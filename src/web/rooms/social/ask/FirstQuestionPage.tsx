import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { QuestionAnswer, QuestionBody } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { useSession } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { hasPage } from '#web/routes.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { Answer } from './Answer.tsx';
import styles from './Ask.module.css';
import { Danger, DangerLines } from './Danger.tsx';

const REFERRERS = ['gp', 'gp-assistant', 'transfer-nurse', 'welfare-worker'];

const isPc4 = (text: string): boolean => text === '' || /^[1-9]\d{3}$/.test(text);

/** The question in one's own words. It stays in this page: not in its address, not on this device, not with us. */
const Form = ({
  busy,
  words,
  onWords,
  onAsk,
}: {
  busy: boolean;
  words: string;
  onWords: (words: string) => void;
  onAsk: (pc4: string | null) => void;
}): JSX.Element => {
  const t = useText('first-question');
  const [pc4, setPc4] = useState('');
  const ready = words.trim() !== '' && isPc4(pc4);
  const ask = (): void => {
    if (ready && !busy) onAsk(pc4 === '' ? null : pc4);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <div className={styles.words}>
        <p id="the-matter">{t('words')}</p>
        <TextArea
          labelledBy="the-matter"
          hint={t('wordsHint')}
          rows={3}
          maxLength={200}
          autoComplete="off"
          value={words}
          onChange={(event) => onWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            ask();
          }}
        />
      </div>
      <TextField
        label={t('pc4')}
        hint={t('pc4Hint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        error={isPc4(pc4) ? null : t('pc4Wrong')}
        value={pc4}
        onChange={(event) => setPc4(event.currentTarget.value)}
      />
      <Button submit look="primary" size="large" icon="search" blocked={!ready} busy={busy}>
        {busy ? t('busy') : t('ask')}
      </Button>
    </form>
  );
};

/** The first question: what is the matter, and who is the right one to help. Open to everybody, the same for all. */
export const FirstQuestionPage = (): JSX.Element => {
  const t = useText('first-question');
  const { data: session } = useSession();
  const [words, setWords] = useState('');
  const ask = useMutation<QuestionAnswer, Problem, QuestionBody>({
    mutationFn: (body) => call('POST', '/api/v1/social/questions', body),
    // What somebody typed is gone when they leave the page.
    gcTime: 0,
  });
  const [shown, setShown] = useState<{ asked: QuestionBody; answer: QuestionAnswer } | null>(null);
  const put = (asked: QuestionBody): void =>
    ask.mutate(asked, { onSuccess: (answer) => setShown({ asked, answer }) });
  const refers = REFERRERS.includes(session?.actor.role ?? '') && hasPage('/verwijzen/$serviceId');
  return (
    <Screen title={t('title')} line={t('line')}>
      <div className={styles.page}>
        <Danger />
        <Form
          busy={ask.isPending}
          words={words}
          onWords={setWords}
          onAsk={(pc4) => put({ words: words.trim(), pc4, needs: [] })}
        />
        <DangerLines typed={words} />
        <ProblemNotice
          problem={ask.error}
          {...(ask.variables === undefined ? {} : { onAgain: () => ask.variables && put(ask.variables) })}
        />
        {shown !== null && (
          <Answer
            answer={shown.answer}
            words={shown.asked.words}
            needs={shown.asked.needs}
            refers={refers}
            onMean={(needs) => put({ ...shown.asked, needs: [...needs] })}
          />
        )}
      </div>
    </Screen>
  );
};
