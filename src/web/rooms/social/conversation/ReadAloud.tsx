import { type JSX, useEffect, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';

/** Slower than people talk among themselves. */
const RATE = 0.9;

/** Reads these words aloud with the voice of the browser; where it has none there is no button. */
export const ReadAloud = ({ words }: { words: readonly string[] }): JSX.Element | null => {
  const t = useText('conversation');
  const [reading, setReading] = useState(false);
  const can = 'speechSynthesis' in window;
  useEffect(() => {
    if (!can) return undefined;
    // Whoever goes on to the next question does not hear the last one behind it.
    return () => window.speechSynthesis.cancel();
  }, [can]);
  if (!can) return null;
  const press = (): void => {
    window.speechSynthesis.cancel();
    setReading(!reading);
    if (reading) return;
    const spoken = new SpeechSynthesisUtterance(words.join('. '));
    spoken.lang = currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB';
    spoken.rate = RATE;
    spoken.addEventListener('end', () => setReading(false));
    spoken.addEventListener('error', () => setReading(false));
    window.speechSynthesis.speak(spoken);
  };
  return (
    <Button size="large" icon={reading ? 'square' : 'volume-2'} onPress={press}>
      {t(reading ? 'aloud.stop' : 'aloud.read')}
    </Button>
  );
};
