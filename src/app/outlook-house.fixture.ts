import type { AlertsAnswer, ForecastAnswer } from '#modules/outlook/contract.ts';
import type { Professional, Role } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { type ApiHouse, openApiHouse } from './api-house.fixture.ts';

/** A Sunday morning, ten past eleven in the region. */
export const NOW = Date.parse('2026-11-22T10:10:00Z');

/** The house with who steers the region, and somebody with that role in another organisation. */
export interface OutlookHouse {
  readonly api: ApiHouse;
  readonly manager: Professional;
  readonly stranger: Professional;
  forecast(who?: Professional): Promise<ForecastAnswer>;
  alerts(): Promise<AlertsAnswer>;
  /** The clock of the house goes there. */
  at(now: number): void;
}

const joined = async (api: ApiHouse, organisationId: string, role: Role): Promise<Professional> => {
  const who = { id: newId(), organisationId, role, name: 'Oefen Regie', phone: null };
  await api.owner.query(
    'insert into region_professional (id, organisation_id, name, role) values ($1, $2, $3, $4)',
    [who.id, organisationId, who.name, role],
  );
  return { ...who, siteId: null, unitId: null };
};

/** Opens it over the smallest region. */
export const openOutlookHouse = async (): Promise<OutlookHouse> => {
  const api = await openApiHouse({ now: NOW, placesPerUnit: 4 });
  const manager = await joined(api, api.small.desk.organisationId, 'region-manager');
  const stranger = await joined(api, api.small.wards[0].organisationId, 'region-manager');
  return {
    ...{ api, manager, stranger },
    forecast: async (who = api.small.gp) =>
      (await api.call(who, 'GET', '/api/v1/outlook/forecast?product=elv-high')).json<ForecastAnswer>(),
    alerts: async () =>
      (await api.call(api.small.desk, 'GET', '/api/v1/outlook/alerts')).json<AlertsAnswer>(),
    at(now) {
      api.clock.at = now;
    },
  };
};
