import { useMutation } from '@tanstack/react-query';
import type { MoveAnswer } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the file is, by its ending: not every computer knows what a CSV is. */
const typed = (file: File): Blob =>
  file.slice(0, file.size, file.name.toLowerCase().endsWith('.xlsx') ? WORKBOOK : 'text/csv');

/** A list that is looked through, and what came of it. It stays on this page until it is left. */
export interface SortedList {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly answer: MoveAnswer | undefined;
  readonly file: string | undefined;
  readonly sort: (file: File) => void;
}

/** Sends a list and reads who of it could come. */
export const useSortList = (): SortedList => {
  const { mutate, isPending, error, data, variables } = useMutation<MoveAnswer, Problem, File>({
    mutationFn: (file) => call('POST', '/api/v1/day-treatment/list', typed(file)),
    // Nothing of it is kept, not here either.
    gcTime: 0,
  });
  return { busy: isPending, problem: error, answer: data, file: variables?.name, sort: mutate };
};
