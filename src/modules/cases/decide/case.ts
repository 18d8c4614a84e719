import type { Day } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Action, Case, CaseCode, CasePart, Helping } from '#modules/cases/types-case.ts';

type Decided = Result<null, Refusal<CaseCode>>;

/** A case as it stands for the acting organisation, whose part in it stands. */
export interface Standing {
  readonly of: Case;
  readonly helpers: readonly Helping[];
  readonly organisationId: string;
}

/** May the acting organisation work in this part now? A part that was not opened is, for them, not there. */
export const decidePart = ({ of, helpers, organisationId }: Standing, part: CasePart): Decided => {
  const own = helpers.find((each) => each.organisationId === organisationId && each.isIn);
  if (own === undefined || !own.parts.includes(part)) return refuse({ code: 'case-part-shut' });
  return of.endedAt === null ? ok(null) : refuse({ code: 'case-over' });
};

/** Who is in, and what is opened for them, is the coordinator's to keep, as the person said. */
export const decideLead = ({ of, organisationId }: Standing): Decided => {
  if (of.coordinatorOrg !== organisationId) return refuse({ code: 'case-not-coordinator' });
  return of.endedAt === null ? ok(null) : refuse({ code: 'case-over' });
};

/** May this organisation leave? Who coordinates stays until the case ends. */
export const decideLeave = (standing: Standing, leaving: string): Decided => {
  if (leaving === standing.of.coordinatorOrg) return refuse({ code: 'coordinator-stays' });
  if (!standing.helpers.some((each) => each.organisationId === leaving && each.isIn))
    return refuse({ code: 'helper-unknown' });
  if (leaving !== standing.organisationId) return decideLead(standing);
  return standing.of.endedAt === null ? ok(null) : refuse({ code: 'case-over' });
};

/** May this be agreed? One owner, who helps here and may see the plan, or the person; on a day that is still to come. */
export const decideAction = (
  standing: Standing,
  action: Pick<Action, 'ownerOrg' | 'due'>,
  today: Day,
): Decided => {
  const may = decidePart(standing, 'plan');
  if (!may.ok) return may;
  const owner = standing.helpers.find((each) => each.organisationId === action.ownerOrg && each.isIn);
  if (action.ownerOrg !== null && owner?.parts.includes('plan') !== true)
    return refuse({ code: 'action-owner' });
  return action.due < today ? refuse({ code: 'action-day' }) : ok(null);
};

/** May the acting organisation say what came of this? Its owner does, or who coordinates: for the person, and for who left. */
export const decideSettle = (standing: Standing, action: Pick<Action, 'ownerOrg' | 'state'>): Decided => {
  const may = decidePart(standing, 'plan');
  if (!may.ok) return may;
  const { organisationId, of } = standing;
  if (action.ownerOrg !== organisationId && of.coordinatorOrg !== organisationId)
    return refuse({ code: 'action-not-yours' });
  return action.state === 'open' ? ok(null) : refuse({ code: 'action-settled' });
};

/** May the person say what came of this? Of what they do themselves, while the case goes on. */
export const decideOwnSettle = (
  { endedAt }: Pick<Case, 'endedAt'>,
  action: Pick<Action, 'ownerOrg' | 'state'>,
): Decided => {
  if (endedAt !== null) return refuse({ code: 'case-over' });
  if (action.ownerOrg !== null) return refuse({ code: 'action-not-yours' });
  return action.state === 'open' ? ok(null) : refuse({ code: 'action-settled' });
};

/** May the case end? Of everything that was agreed is said what came of it. */
export const decideEnd = (standing: Standing, actions: readonly Pick<Action, 'state'>[]): Decided => {
  const may = decideLead(standing);
  if (!may.ok) return may;
  const count = actions.filter(({ state }) => state === 'open').length;
  return count === 0 ? ok(null) : refuse({ code: 'actions-open', params: { count } });
};
