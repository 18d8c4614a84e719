import { HOUR } from '#kernel/interval.ts';
import type { Professional } from '#modules/region/types.ts';
import type { AlertsView, AlertView } from '#modules/review/contract.ts';
import { newId } from '#platform/db/ids.ts';
import { type ApiHouse, admitSomebody, openApiHouse } from './api-house.fixture.ts';
import { reviewAll } from './review.ts';

/** Ten in the morning, in the region. */
export const NOW = Date.parse('2026-11-23T09:00:00Z');
export const REASON = 'Had die nacht dienst, nagevraagd';

/** A look as the log would tell it; left out: by the nurse of the second home, an hour ago, without any ground. */
export interface Told {
  readonly ground?: string;
  readonly at?: number;
  readonly person?: string;
  readonly actor?: string;
}

/** A house in which looks at one person are judged. */
export interface ReviewHouse {
  readonly api: ApiHouse;
  readonly personId: string;
  readonly ward: Professional;
  /** Who judges looks of the second home. */
  readonly officer: Professional;
  look(told?: Told): Promise<string>;
  /** Runs the rules over every log; answers how many alerts were opened. */
  run(now?: number): Promise<number>;
  alerts(by?: Professional, state?: 'open' | 'closed'): Promise<AlertsView>;
  /** The alert on top. */
  first(): Promise<AlertView>;
  close(alert: AlertView, body?: object, by?: Professional): ReturnType<ApiHouse['call']>;
  /** Nothing judged; the looks stay. */
  forget(): Promise<void>;
  /** Nothing judged, nothing looked at; the clock back at ten. */
  clear(): Promise<void>;
}

/** Opens it. */
export const openReviewHouse = async (): Promise<ReviewHouse> => {
  const api = await openApiHouse({ now: NOW, placesPerUnit: 4 });
  const { personId } = await admitSomebody(api);
  await api.owner.query("set app.keeper = 'on'");
  const [, ward] = api.small.wards;
  const [, officer] = api.small.officers;
  const alerts: ReviewHouse['alerts'] = async (by = officer, state = 'open') =>
    (await api.call(by, 'GET', `/api/v1/review/alerts?state=${state}`)).json<AlertsView>();
  const forget = async (): Promise<void> => {
    for (const table of ['verdict', 'alert_look', 'alert', 'run', 'home'])
      await api.owner.query(`delete from review_${table}`);
  };
  return {
    ...{ api, personId, ward, officer, alerts },
    async look({ ground = 'none', at = NOW - HOUR, person = personId, actor = ward.id } = {}) {
      const id = newId();
      await api.owner.query(
        `insert into platform_access (id, at, event, actor, role, organisation_id, component, person_id, object_type,
           ground, categories, policy, policy_version, outcome)
         values ($1, $2, 'read', $3, 'ward', $4, 'web', $5, 'person', $6, '{name-and-contact}', 'know-person', 'test', 'done')`,
        [id, new Date(at), actor, ward.organisationId, person, ground],
      );
      return id;
    },
    run: (now = NOW) => reviewAll(api.house.database, { now }),
    async first() {
      const [alert] = (await alerts()).alerts;
      if (alert === undefined) throw new Error('nothing to judge');
      return alert;
    },
    close: (alert, body = {}, by = officer) =>
      api.call(
        ...([by, 'POST', `/api/v1/review/alerts/${alert.id}/verdict`] as const),
        { verdict: 'proper', reason: REASON, ...body },
        { version: alert.version },
      ),
    forget,
    async clear() {
      api.clock.at = NOW;
      await forget();
      await api.owner.query(
        "delete from platform_access where policy_version = 'test' or object_type = 'alert'",
      );
    },
  };
};
