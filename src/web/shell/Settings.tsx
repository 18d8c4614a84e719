import { useMantineColorScheme } from '@mantine/core';
import type { JSX } from 'react';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { chooseLanguage, currentLanguage, type Language, useText } from '#web/i18n/texts.ts';
import { allowSingleKeys, useSingleKeys } from './acts.ts';
import { allowTone, useTone } from './tone.ts';

/** Dutch or English. */
export const LanguageSwitch = (): JSX.Element => {
  const t = useText('shell');
  return (
    <ChipToggles<Language>
      label={t('settings.language')}
      one
      shape="joined"
      chips={[
        { value: 'nl', label: t('settings.dutch') },
        { value: 'en', label: t('settings.english') },
      ]}
      values={[currentLanguage()]}
      onChange={([language]) => void chooseLanguage(language ?? 'nl')}
    />
  );
};

/** Light, dark, or as this device is set. */
export const LightSwitch = (): JSX.Element => {
  const t = useText('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <ChipToggles<'light' | 'dark' | 'auto'>
      label={t('settings.light')}
      one
      shape="joined"
      chips={[
        { value: 'light', label: t('settings.day'), icon: 'sun' },
        { value: 'dark', label: t('settings.night'), icon: 'moon' },
        { value: 'auto', label: t('settings.device') },
      ]}
      values={[colorScheme]}
      onChange={([scheme]) => setColorScheme(scheme ?? 'auto')}
    />
  );
};

/** Single keys on or off: who works with speech or a switch may press them unmeant. */
export const KeysSwitch = (): JSX.Element => {
  const t = useText('shell');
  const allowed = useSingleKeys();
  return (
    <ChipToggles<'on' | 'off'>
      label={t('settings.keys')}
      one
      shape="joined"
      chips={[
        { value: 'on', label: t('settings.keysOn'), icon: 'keyboard' },
        { value: 'off', label: t('settings.keysOff') },
      ]}
      values={[allowed ? 'on' : 'off']}
      onChange={([choice]) => allowSingleKeys(choice === 'on')}
    />
  );
};

/** One soft tone for a new request, for who wants it. */
export const SoundSwitch = (): JSX.Element => {
  const t = useText('shell');
  const chosen = useTone();
  return (
    <ChipToggles<'on' | 'off'>
      label={t('settings.sound')}
      one
      shape="joined"
      chips={[
        { value: 'off', label: t('settings.soundOff') },
        { value: 'on', label: t('settings.soundOn'), icon: 'volume-2' },
      ]}
      values={[chosen ? 'on' : 'off']}
      onChange={([choice]) => allowTone(choice === 'on')}
    />
  );
};
