import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Day } from '#kernel/calendar.ts';
import type { CaseAnswer } from '#modules/cases/contract.ts';
import type { ConsentGiver } from '#modules/people/types.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import {
  type PersonDraft,
  personFaults,
  readBsn,
  readDay,
  readPc4,
} from '#web/rooms/placement/request/person.ts';

/** A question that came back, from which a case begins: its own person when the practice knows who that is. */
export interface FromSignal {
  readonly id: string;
  readonly name: string | null;
  readonly birthDate: Day;
}

/** What is filled in so far. */
export interface CaseDraft {
  readonly person: PersonDraft;
  readonly question: string;
  readonly yes: ConsentGiver | null;
}

const typedDay = (day: Day): string => day.split('-').toReversed().join('-');

const begun = (from: FromSignal | undefined): CaseDraft => ({
  person: {
    ...{ name: '', sex: null, pc4: '', bsn: '' },
    birthDate: from === undefined ? '' : typedDay(from.birthDate),
  },
  question: '',
  yes: null,
});

const personOf = ({ name, birthDate, sex, pc4, bsn }: PersonDraft) => ({
  ...{ name: name.trim(), birthDate: readDay(birthDate), sex, pc4: readPc4(pc4) },
  bsn: bsn.trim() === '' ? null : readBsn(bsn),
});

/** Opens a case: about whom, the question in their words, and their yes. Sent again after a lost answer it is the same case. */
export const useOpenCase = (today: Day, from?: FromSignal) => {
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => begun(from));
  const [key, setKey] = useState(newKey);
  const [tried, setTried] = useState(false);
  // Of whom the signal is, the house knows itself.
  const known = from !== undefined && from.name !== null;
  const faults = known ? [] : personFaults(draft.person, today);
  const open = useMutation<CaseAnswer, Problem>({
    mutationFn: () =>
      call(
        'POST',
        '/api/v1/cases',
        {
          ...{ person: known ? null : personOf(draft.person), signal: from?.id ?? null },
          ...{ question: draft.question.trim(), givenBy: draft.yes },
        },
        { idempotencyKey: key },
      ),
    onSuccess: async ({ case: { id } }) => {
      await readAgain(['case']);
      await navigate({ to: '/samen/$id', params: { id } });
    },
    // What was refused and is changed is another question.
    onError: ({ status }) => {
      if (status > 0) setKey(newKey());
    },
  });
  return {
    draft,
    known,
    faults: tried ? faults : [],
    open,
    /** Question and yes are there; what is wrong with the person is said when one tries. */
    ready: draft.question.trim() !== '' && draft.yes !== null,
    change: (part: Partial<CaseDraft>): void => setDraft((before) => ({ ...before, ...part })),
    send(): void {
      setTried(true);
      if (faults.length === 0 && !open.isPending) open.mutate();
    },
  };
};
