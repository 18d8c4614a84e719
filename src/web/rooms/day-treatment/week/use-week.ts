import { useState } from 'react';
import { localDay } from '#kernel/calendar.ts';
import type {
  Choice,
  Choices,
  DayWeek,
  GridVisit,
  HalfDayView,
  ToPlan,
  ToPlanList,
} from '#modules/day-treatment/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { type Read, useRead } from '#web/api/queries.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { firstOpen, mondayOf } from './grid.ts';

/** Who is being given a moment: somebody who waits for one, or somebody on the grid who gets another. */
export type Chosen =
  | { readonly kind: 'waiting'; readonly visit: ToPlan }
  | { readonly kind: 'planned'; readonly visit: GridVisit; readonly halfDay: HalfDayView };

interface Picked {
  readonly visitId: string;
  /** As it stood on the grid when it was picked: a moment in another week takes the grid there. */
  readonly planned: { readonly visit: GridVisit; readonly halfDay: HalfDayView } | null;
  readonly rank: number | null;
}

/** What is shown of a room, and what is chosen in it. */
export interface Week {
  readonly unitId: string;
  /** May this reader give moments here? */
  readonly plans: boolean;
  readonly from: string;
  readonly read: Read<DayWeek>;
  readonly body: DayWeek | undefined;
  readonly list: ToPlanList | undefined;
  readonly listProblem: Problem | null;
  readonly chosen: Chosen | null;
  readonly choices: Choices | undefined;
  readonly choicesProblem: Problem | null;
  /** The moment that Enter takes. */
  readonly selected: Choice | null;
  readonly opened: HalfDayView | undefined;
  readonly pick: (visitId: string) => void;
  readonly pickPlanned: (visit: GridVisit, halfDay: HalfDayView) => void;
  readonly pickChoice: (index: number) => void;
  readonly open: (halfDayId: string) => void;
  readonly go: (monday: string) => void;
  /** Back to the first who waits. */
  readonly letGo: () => void;
}

const TOPICS = ['day-room', 'day-order'];

const freshOf = (planned: NonNullable<Picked['planned']>, week: DayWeek | undefined): Chosen => {
  for (const halfDay of week?.halfDays ?? []) {
    const visit = halfDay.visits.find(({ id }) => id === planned.visit.id);
    if (visit !== undefined) return { kind: 'planned', visit, halfDay };
  }
  return { kind: 'planned', ...planned };
};

const waitingOf = (picked: Picked | null, list: ToPlanList | undefined): Chosen | null => {
  const visits = list?.visits ?? [];
  const visit =
    visits.find(({ visitId }) => visitId === picked?.visitId) ??
    visits.find(({ waits }) => waits === null) ??
    visits[0];
  return visit === undefined ? null : { kind: 'waiting', visit };
};

/** The moments of somebody; never those of whoever was chosen before. */
const useChoices = (unitId: string, visitId: string | null): Read<Choices> =>
  useRead<Choices>(visitId === null ? null : `/api/v1/visits/${visitId}/choices?unit=${unitId}`, TOPICS);

const selectedOf = (picked: Picked | null, choices: Choices | undefined): Choice | null => {
  // Whoever has a moment keeps it until the planner chose another on purpose.
  const index = picked?.rank ?? (picked?.planned == null ? 0 : null);
  return index === null ? null : (choices?.choices[index] ?? null);
};

const visitIdOf = (picked: Picked | null, waiting: Chosen | null): string | null => {
  if (picked?.planned != null) return picked.visitId;
  return waiting?.kind === 'waiting' && waiting.visit.waits === null ? waiting.visit.visitId : null;
};

/** Which week is shown: the one the reader leafed to, else that of the chosen moment, else the one that stood there. */
const useFollowed = (leafed: string | undefined, selected: Choice | null, today: string) => {
  const [kept, setKept] = useState<string | null>(null);
  const wanted = leafed || (selected === null ? null : mondayOf(selected.day));
  if (wanted !== null && wanted !== kept) setKept(wanted);
  return { from: wanted ?? kept ?? mondayOf(today), settled: (wanted ?? kept) !== null };
};

/** A week of a room: it follows the chosen moment, until the reader leafs to another week. */
export const useWeek = (unitId: string, plans: boolean): Week => {
  const [view, setView] = useAddress();
  const [picked, setPicked] = useState<Picked | null>(null);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const now = useNow('minute');
  const list = useRead<ToPlanList>(plans ? `/api/v1/day-rooms/${unitId}/to-plan` : null, TOPICS);
  const waiting = waitingOf(picked, list.data?.body);
  const visitId = plans ? visitIdOf(picked, waiting) : null;
  const asked = useChoices(unitId, visitId);
  const choices = asked.isPlaceholderData ? undefined : asked.data?.body;
  const selected = selectedOf(picked, choices);
  const { from, settled } = useFollowed(view['from'], selected, localDay(now, REGION_ZONE));
  // The first week is that of the best moment: another one would stand there for a blink.
  const coming = list.isLoading || (visitId !== null && choices === undefined && asked.error === null);
  const read = useRead<DayWeek>(
    coming && !settled ? null : `/api/v1/day-rooms/${unitId}/week?from=${from}`,
    TOPICS,
  );
  const body = read.data?.body.room.unit.id === unitId ? read.data.body : undefined;
  const halfDays = body?.halfDays ?? [];
  const shown = (id: string | undefined): HalfDayView | undefined =>
    halfDays.find((halfDay) => halfDay.id === id);
  const show = (next: Picked | null): void => {
    setPicked(next);
    setOpenedId(null);
    if (view['from'] !== undefined) setView({ from: '' });
  };
  return {
    ...{ unitId, plans, from, read, body, choices, selected },
    list: list.data?.body,
    listProblem: list.error,
    chosen: picked?.planned == null ? waiting : freshOf(picked.planned, body),
    choicesProblem: asked.error,
    opened:
      shown(openedId ?? undefined) ??
      shown(selected?.halfDayId) ??
      shown(picked?.planned?.halfDay.id) ??
      firstOpen(halfDays, now),
    pick: (visitId) => show({ visitId, planned: null, rank: null }),
    pickPlanned: (visit, halfDay) => {
      setPicked({ visitId: visit.id, planned: { visit, halfDay }, rank: null });
      setOpenedId(halfDay.id);
    },
    pickChoice: (index) => {
      if (visitId !== null && choices?.choices[index] !== undefined)
        show({ visitId, planned: picked?.planned ?? null, rank: index });
    },
    open: setOpenedId,
    go: (monday) => {
      setOpenedId(null);
      setView({ from: monday });
    },
    letGo: () => setPicked(null),
  };
};
