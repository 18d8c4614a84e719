import type { LookView } from '#modules/people/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';

/** What the person said, with who answers it and until when. */
export const useSaidWords = (): ((said: NonNullable<LookView['answer']>) => string) => {
  const t = useText('own');
  const format = useFormat();
  return ({ kind, by }) => {
    if (by === null) return t('said.right');
    const due = Date.parse(by.dueAt);
    const until = `${format.day(due)} ${format.clock(due)}`;
    const who = { name: by.name, until };
    const sentence = t(kind === 'question' ? 'said.question' : 'said.wrong', who);
    return by.phone === null ? sentence : `${sentence} ${t('said.call', { phone: by.phone })}`;
  };
};
