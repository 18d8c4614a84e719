import { useText } from '#web/i18n/texts.ts';

const WORDS = ['poor', 'less', 'middling', 'well', 'veryWell'] as const;
/** A stretch of the line for each. */
const UP_TO = [1, 3, 6, 8, 10];

/** A mark in the words of the person; the number behind it is only its place on the line. */
export const useMarkWords = (): ((mark: number | null) => string) => {
  const t = useText('conversation');
  return (mark) => {
    if (mark === null) return t('mark.none');
    const word = WORDS[UP_TO.findIndex((most) => mark <= most)] ?? 'veryWell';
    return t('mark.words', { words: t(`mark.${word}`), mark });
  };
};
