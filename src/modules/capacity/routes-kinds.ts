import type { z } from 'zod';
import { instantFromIso, isoFromInstant } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import { counts, figurePhase } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import { ok } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import * as contract from './contract-kinds.ts';
import type { Doing } from './doing.ts';
import { capacityPolicies as may } from './policy.ts';
import { type CountsNow, changeProducts, chooseReport, publishCounts } from './service-counts.ts';
import { confirmTeam, countTeam, endStop, reportLoad, startStop } from './service-kinds.ts';
import { loadTeams } from './store-kinds.ts';
import type { CountedTeam } from './types-kinds.ts';

type DoingOf = (act: { tx: Tx; actor: Actor; now: Instant }) => Promise<Doing>;
const tag = 'capacity';

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));
const instantOrNull = (iso: string | null): Instant | null => (iso === null ? null : instantFromIso(iso));

const countsAnswer = ({ unitId, numbers }: CountsNow): z.infer<typeof contract.CountsAnswer> => ({
  unitId,
  counts: numbers.map(({ asOf, freshUntil, ...told }) => ({
    ...told,
    asOf: isoFromInstant(asOf),
    freshUntil: isoOrNull(freshUntil),
  })),
});

/** A number that is too old is not shown: it would be believed. Only the team itself sees it, to stand by it again. */
const teamView = ({ count, ...team }: CountedTeam, doing: Doing): contract.TeamView => {
  const over = count !== null && count.freshUntil !== null && count.freshUntil <= doing.now;
  const limits = doing.region.agreement;
  const phase = over ? 'too-old' : figurePhase(count?.asOf ?? null, count?.source ?? null, doing.now, limits);
  const { id, name, neighbourhood, pc4s, kind, phone, organisationId } = team;
  const own = organisationId === doing.actor.organisationId;
  const told = own || counts(phase) ? count : null;
  return {
    id,
    organisation: doing.region.organisations.find((each) => each.id === organisationId)?.name ?? '',
    name,
    neighbourhood,
    pc4s: [...pc4s],
    kind,
    phone,
    free: told?.free ?? null,
    waitingDays: told?.waitingDays ?? null,
    closedUntil: told?.closedUntil ?? null,
    figure: { asOf: isoOrNull(count?.asOf ?? null), source: count?.source ?? null, phase },
    own,
  };
};

/** The routes of every kind of place that is no bed of its own: numbers, flex beds, teams, hospitals. */
export const kindRoutes = (door: Door, doing: DoingOf): void => {
  countRoutes(door, doing);
  teamRoutes(door, doing);
  hospitalRoutes(door, doing);
};

const countRoutes = (door: Door, doing: DoingOf): void => {
  command<ById, z.infer<typeof contract.CountsBody>, z.infer<typeof contract.CountsAnswer>>(door, {
    url: '/api/v1/units/:id/counts',
    tag,
    summary: 'A house that reports only counts publishes its numbers',
    policy: may.confirm,
    params: ById,
    body: contract.CountsBody,
    answer: contract.CountsAnswer,
    looks: nobody,
    run: async (act) => {
      const { asOf, freshUntil, source } = act.body;
      const told = {
        unitId: act.params.id,
        numbers: act.body.counts,
        asOf: asOf === undefined ? act.now : instantFromIso(asOf),
        freshUntil: instantOrNull(freshUntil),
        source,
      };
      const done = await publishCounts(act.tx, told, await doing(act));
      return done.ok ? ok(countsAnswer(done.value)) : done;
    },
  });
  command<ById, z.infer<typeof contract.ReportBody>, z.infer<typeof contract.ReportAnswer>>(door, {
    method: 'PUT',
    url: '/api/v1/units/:id/report',
    tag,
    summary: 'A unit reports its beds, or only counts, from now on',
    policy: may.close,
    params: ById,
    body: contract.ReportBody,
    answer: contract.ReportAnswer,
    looks: nobody,
    run: async (act) =>
      chooseReport(act.tx, { unitId: act.params.id, kind: act.body.kind }, await doing(act)),
  });
  command<ById, z.infer<typeof contract.ProductsBody>, z.infer<typeof contract.ProductsAnswer>>(door, {
    url: '/api/v1/places/:id/products',
    tag,
    summary: 'A flex bed becomes a bed for other care',
    policy: may.close,
    params: ById,
    body: contract.ProductsBody,
    answer: contract.ProductsAnswer,
    looks: nobody,
    run: async (act) =>
      changeProducts(act.tx, { placeId: act.params.id, products: act.body.products }, await doing(act)),
  });
};

const teamRoutes = (door: Door, doing: DoingOf): void => {
  read<unknown, unknown, contract.TeamList>(door, {
    url: '/api/v1/teams',
    summary: 'Care at home, day care and welfare by neighbourhood: how many more people each team can help',
    tag,
    policy: may.teams,
    answer: contract.TeamList,
    looks: nobody,
    run: async (act) => {
      const here = await doing(act);
      return ok({ teams: (await loadTeams(act.tx)).map((team) => teamView(team, here)) });
    },
  });
  command<ById, z.infer<typeof contract.TeamCountBody>, contract.TeamView>(door, {
    url: '/api/v1/teams/:id/count',
    tag,
    summary: 'A team tells how many more people it can help',
    policy: may.confirm,
    params: ById,
    body: contract.TeamCountBody,
    answer: contract.TeamView,
    looks: nobody,
    run: async (act) => {
      const here = await doing(act);
      const freshUntil = instantOrNull(act.body.freshUntil);
      const done = await countTeam(act.tx, { ...act.body, freshUntil, teamId: act.params.id }, here);
      return done.ok ? ok(teamView(done.value, here)) : done;
    },
  });
  command<ById, z.infer<typeof contract.TeamConfirmBody>, contract.TeamView>(door, {
    url: '/api/v1/teams/:id/confirmations',
    tag,
    summary: 'A team stands by its number',
    policy: may.confirm,
    params: ById,
    body: contract.TeamConfirmBody,
    answer: contract.TeamView,
    looks: nobody,
    run: async (act) => {
      const here = await doing(act);
      const done = await confirmTeam(act.tx, { teamId: act.params.id, source: act.body.source }, here);
      return done.ok ? ok(teamView(done.value, here)) : done;
    },
  });
};

const hospitalRoutes = (door: Door, doing: DoingOf): void => {
  command<ById, z.infer<typeof contract.LoadBody>, z.infer<typeof contract.LoadAnswer>>(door, {
    url: '/api/v1/hospitals/:id/loads',
    tag,
    summary: 'A hospital tells how busy it is',
    policy: may.load,
    params: ById,
    body: contract.LoadBody,
    answer: contract.LoadAnswer,
    looks: nobody,
    run: async (act) => {
      const told = { ...act.body, siteId: act.params.id, source: 'tap' as const };
      const done = await reportLoad(act.tx, told, await doing(act));
      return done.ok ? ok({ ...done.value, asOf: isoFromInstant(done.value.asOf) }) : done;
    },
  });
  command<ById, z.infer<typeof contract.StopBody>, z.infer<typeof contract.StopAnswer>>(door, {
    url: '/api/v1/hospitals/:id/stop',
    tag,
    summary: 'A hospital takes nobody in, with a reason and an expected end',
    policy: may.load,
    params: ById,
    body: contract.StopBody,
    answer: contract.StopAnswer,
    looks: nobody,
    run: async (act) => {
      const stop = { ...act.body, siteId: act.params.id, until: instantFromIso(act.body.until) };
      const done = await startStop(act.tx, stop, await doing(act));
      if (!done.ok) return done;
      const { siteId, kind, reason, during } = done.value;
      return ok({
        siteId,
        kind,
        reason,
        from: isoFromInstant(during.from),
        until: isoFromInstant(during.until),
      });
    },
  });
  command<ById, z.infer<typeof contract.StopEndBody>, z.infer<typeof contract.StopEndAnswer>>(door, {
    url: '/api/v1/hospitals/:id/stop/end',
    tag,
    summary: 'A hospital takes people in again',
    policy: may.load,
    params: ById,
    body: contract.StopEndBody,
    answer: contract.StopEndAnswer,
    looks: nobody,
    run: async (act) => endStop(act.tx, { siteId: act.params.id, kind: act.body.kind }, await doing(act)),
  });
};
