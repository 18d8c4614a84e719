import { localDay } from '#kernel/calendar.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { draftAge, type PersonDraft } from './person.ts';

/** `Mw. Hoving, 84 jaar`; with `brief` without the word for years. Empty while there is no name. */
export const usePersonTitle = (person: PersonDraft, brief = false): string => {
  const t = useText('request');
  const age = draftAge(person, localDay(useNow('minute'), REGION_ZONE));
  // Who types `Mw.` themselves does not get it twice.
  const name = person.name.trim().replace(/^(mw|mevr|mevrouw|dhr|meneer|de heer|mrs|mr|ms)\.?\s+/i, '');
  if (name === '') return '';
  const addressed = person.sex === null ? name : t(`person.address.${person.sex}`, { name }).trim();
  if (age === null) return addressed;
  return t(brief ? 'person.nameAgeBrief' : 'person.nameAge', { name: addressed, count: age });
};
