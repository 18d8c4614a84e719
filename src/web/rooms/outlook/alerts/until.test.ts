import { expect, it } from 'vitest';
import { plusDays, weekdayOf } from '#kernel/calendar.ts';
import { dayText } from '#web/i18n/time.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';

const WEEK = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];

it('until and with a day is read as that very day, every day of two years, also when the clock changes that night', () => {
  for (let ahead = 0; ahead < 731; ahead++) {
    const day = plusDays('2026-01-01', ahead);
    const text = dayText(noonOf(day), 'nl');
    expect(text.startsWith(`${WEEK[weekdayOf(day) - 1]} ${Number(day.slice(8))} `), `${day} ${text}`).toBe(
      true,
    );
  }
  expect(dayText(noonOf('2026-10-25'), 'nl')).toBe('zo 25 okt');
  expect(dayText(noonOf('2026-10-26'), 'en')).toBe('Mon 26 Oct');
});
