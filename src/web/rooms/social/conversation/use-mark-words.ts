import { useText } from '#web/i18n/texts.ts';

const WORDS = ['poor', 'less', 'middling', 'well', 'veryWell'] as const;
/** A stretch of the line for each. */
const UP_TO = [1, 3, 6, 8, 10];

/** A mark in the words of the person, and for who listens where it stands on the line. */
interface MarkWords {
  readonly seen: string;
  readonly heard: string;
}

/** Says a mark in words; on the screen no figure stands beside them, that is what the drawing is for. */
export const useMarkWords = (): ((mark: number | null) => MarkWords) => {
  const t = useText('conversation');
  return (mark) => {
    if (mark === null) return { seen: t('mark.none'), heard: t('mark.none') };
    const seen = t(`mark.${WORDS[UP_TO.findIndex((most) => mark <= most)] ?? 'veryWell'}`);
    return { seen, heard: t('mark.heard', { words: seen, mark }) };
  };
};
