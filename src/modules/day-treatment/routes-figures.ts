import { ById } from '#kernel/contract.ts';
import { ok, refuse } from '#kernel/result.ts';
import { doingOf } from '#modules/capacity/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { type Door, read } from '#platform/http/route.ts';
import { DayFigures, FiguresAsk } from './contract-figures.ts';
import { dayTreatmentPolicies as may } from './policy.ts';
import { type DayTreatmentParts, tag } from './routes-parts.ts';
import { roomOf } from './store-room.ts';
import { viewFigures } from './view-figures.ts';

/** Adds the route of figures: how chairs and nurses were used, and what became of visits. */
export const figuresRoutes = (door: Door, parts: DayTreatmentParts): void => {
  read<ById, FiguresAsk, DayFigures>(door, {
    url: '/api/v1/day-rooms/:id/figures',
    tag,
    summary: 'How chairs and nurses of a room were used and what became of visits, by half-day and week',
    policy: may.seeFigures,
    params: ById,
    query: FiguresAsk,
    answer: DayFigures,
    looks: nobody,
    run: async (ask) => {
      const room = await roomOf(ask.tx, ask.params.id);
      if (room === null) return refuse({ code: 'day-room-unknown' });
      if (room.organisationId !== ask.actor.organisationId) return refuse({ code: 'other-unit' });
      return ok(await viewFigures(ask.tx, room, ask.query, await doingOf(parts, ask)));
    },
  });
};
