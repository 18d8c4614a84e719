import type { StandingVisit } from '#modules/day-treatment/types-plan.ts';
import { mustMove } from './half-day.ts';
import { type Asked, presentIn, type Tables } from './planning.ts';

/** Can this visit stay where it is, as far as its half-day, its nurse and its order go? */
const canStay = (tables: Tables, visit: StandingVisit, signature: number): boolean => {
  const halfDay = tables.halfDays.find(({ id }) => id === visit.halfDayId);
  const treatment = tables.treatments.find(
    ({ code, version }) => code === visit.treatment && version === visit.treatmentVersion,
  );
  if (halfDay === undefined || treatment === undefined) return false;
  const present = presentIn(tables, halfDay.id);
  const order = { signature };
  return mustMove(halfDay, present, { ...visit, treatment, order }) === null;
};

/** Who said that they come keeps their moment in every plan, as if a planner set it fast; only who cannot stay is moved. */
export const keepConfirmed = (
  asked: readonly Asked[],
  tables: Tables,
  signatures: ReadonlyMap<string, number>,
): Asked[] =>
  asked.map((each) => ({
    ...each,
    visits: each.visits.map((visit) => {
      const { standing } = visit;
      if (standing === null || standing.confirmedAt === null) return visit;
      const stays = canStay(tables, standing, signatures.get(each.order.id) ?? standing.signature);
      return { ...visit, standing: { ...standing, locked: standing.locked || stays } };
    }),
  }));
