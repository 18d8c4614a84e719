import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { InvitationAnswer, MeetingAnswer } from '#modules/cases/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { saveCalendar } from '#web/calendar-file.ts';

/** What can be done with a meeting as a whole: into one's own calendar, on paper, and off. */
export const useMeeting = (path: string) => {
  const [paper, setPaper] = useState<MeetingAnswer['meeting'] | null>(null);
  const invite = useMutation<InvitationAnswer, Problem>({
    mutationFn: () => call('GET', `${path}/invitation`),
    onSuccess: ({ calendar, name }) => saveCalendar(calendar, name),
  });
  // Paper leaves the house: it stands in the log before it is printed, and without that line nothing is.
  const print = useMutation<MeetingAnswer, Problem>({
    mutationFn: () => call('POST', `${path}/print`, {}),
    onSuccess: ({ meeting }) => {
      flushSync(() => setPaper(meeting));
      window.print();
      setPaper(null);
    },
  });
  const cancel = useMutation<MeetingAnswer, Problem, string>({
    mutationFn: (reason) => call('POST', `${path}/cancel`, { reason }),
    onSettled: () => readAgain(['case']),
  });
  return { invite, print, cancel, paper };
};
