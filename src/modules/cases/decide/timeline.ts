import type { Instant } from '#kernel/interval.ts';
import type { Action, Case, CaseEvent, Helping } from '#modules/cases/types-case.ts';
import type { Meeting } from '#modules/cases/types-meeting.ts';

/** One thing that happened: which organisation it concerns (null: the person, or everybody), and what it was. */
export interface Happening {
  readonly event: CaseEvent;
  readonly at: Instant;
  readonly organisationId: string | null;
  readonly what: string | null;
}

/** What the reader knows of a case; a part that is not open for them is empty. */
export interface Known {
  readonly of: Case;
  readonly helpers: readonly Helping[];
  readonly actions: readonly Action[];
  readonly meetings: readonly Meeting[];
}

const ofHelpers = ({ of, helpers }: Known): Happening[] =>
  helpers
    .filter(({ organisationId }) => organisationId !== of.coordinatorOrg)
    .flatMap(({ organisationId, joinedAt, leftAt, isIn }) => {
      const one = { organisationId, what: null };
      // Whose yes was taken back is not in it, and is not said to have left either.
      if (leftAt === null) return isIn ? [{ event: 'joined' as const, at: joinedAt, ...one }] : [];
      return [
        { event: 'joined' as const, at: joinedAt, ...one },
        { event: 'left' as const, at: leftAt, ...one },
      ];
    });

const ofActions = ({ actions }: Known): Happening[] =>
  actions.flatMap(({ what, ownerOrg, madeAt, state, why, settledAt }) => [
    { event: 'agreed' as const, at: madeAt, organisationId: ownerOrg, what },
    ...(state === 'open' || settledAt === null
      ? []
      : [
          {
            ...{ event: state, at: settledAt, organisationId: ownerOrg },
            what: why === null ? what : `${what}: ${why}`,
          },
        ]),
  ]);

/** What happened in a case, from its facts, the last first. Nothing is kept beside the facts. */
export const timelineOf = (known: Known): Happening[] => {
  const { of, meetings } = known;
  const opened = { organisationId: of.coordinatorOrg, what: null };
  return [
    { event: 'opened' as const, at: of.openedAt, ...opened },
    ...ofHelpers(known),
    ...ofActions(known),
    ...meetings
      .filter(({ cancelled }) => cancelled === null)
      .map(({ at, place }) => ({
        ...{ event: 'meeting' as const, at, organisationId: null, what: place },
      })),
    ...(of.endedAt === null ? [] : [{ event: 'ended' as const, at: of.endedAt, ...opened }]),
  ].toSorted((a, b) => b.at - a.at);
};
