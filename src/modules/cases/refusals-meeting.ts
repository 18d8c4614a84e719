import type { RefusalTexts } from '#kernel/refusal.ts';
import type { MeetingCode } from './types-meeting.ts';

/** What is refused about a meeting and its note, in words. */
export const meetingRefusals: RefusalTexts<MeetingCode> = {
  'meeting-unknown': {
    status: 404,
    title: {
      nl: 'Dit overleg is er niet, of niet voor u.',
      en: 'This meeting is not there, or not for you.',
    },
    next: { nl: 'Ga terug naar de samenwerking.', en: 'Go back to the case.' },
  },
  'meeting-in-past': {
    status: 422,
    title: { nl: 'Dat moment is geweest.', en: 'That moment has been.' },
    next: { nl: 'Kies een moment dat nog komt.', en: 'Choose a moment to come.' },
  },
  'meeting-cancelled': {
    status: 409,
    title: { nl: 'Dit overleg gaat niet door.', en: 'This meeting is cancelled.' },
    next: { nl: 'Spreek zo nodig een nieuw overleg af.', en: 'Arrange another meeting if needed.' },
  },
  'line-unknown': {
    status: 404,
    title: { nl: 'Deze regel staat niet in het verslag.', en: 'This line is not in the note.' },
    next: { nl: 'Open het verslag opnieuw.', en: 'Open the note again.' },
  },
  'line-settled': {
    status: 409,
    title: {
      nl: 'Van deze regel is al een besluit of afspraak gemaakt.',
      en: 'This line is a decision or an action already.',
    },
    next: { nl: 'Schrijf zo nodig een nieuwe regel.', en: 'Write another line if needed.' },
  },
  'line-empty': {
    status: 409,
    title: { nl: 'In deze regel staat niets meer.', en: 'Nothing stands in this line any more.' },
    next: { nl: 'Schrijf de regel opnieuw.', en: 'Write the line again.' },
  },
};
