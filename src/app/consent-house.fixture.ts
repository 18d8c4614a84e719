import type { SmallWelfare } from '#demo/small.ts';
import { type ApiHouse, asking, openApiHouse } from './api-house.fixture.ts';

/** The moment at which these stories begin. */
export const NOW = Date.parse('2026-11-23T10:00:00Z');

/** A request as its parties see it, as far as sharing goes. */
export interface SharedRequest {
  readonly id: string;
  readonly state: string;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly open: { readonly remarks: string } | null;
  readonly documents: readonly { readonly id: string }[];
  readonly missing: readonly { readonly code: string }[];
  readonly awaitsConsent: readonly { readonly organisation: string }[];
  readonly offers: readonly { readonly id: string }[];
}

/** The small region with a welfare house, and what is asked of it. */
export interface ConsentHouse {
  readonly house: ApiHouse;
  readonly social: SmallWelfare;
  /** A request with a letter, accepted by the ward of this place: by the practice at the welfare house, unless said. */
  accepted(how?: {
    readonly back?: boolean;
    readonly name?: string;
    readonly bsn?: string | undefined;
    readonly ward?: SmallWelfare['ward'];
  }): Promise<Accepted>;
  see(who: Parameters<ApiHouse['call']>[0], id: string): Promise<SharedRequest>;
}

/** An accepted request: who asked, who said yes, and whom it is about. */
export interface Accepted {
  readonly id: string;
  readonly personId: string;
  readonly doc: string;
  readonly asker: SmallWelfare['asker'];
  readonly ward: SmallWelfare['ward'];
}

const LETTER = { kind: 'letter', name: 'brief.txt', content: 'S2FuYXJpZQ==' };

const must = async <T>(asked: Promise<{ statusCode: number; body: string }>): Promise<T> => {
  const { statusCode, body } = await asked;
  if (statusCode !== 200) throw new Error(body);
  return JSON.parse(body) as T;
};

/** Makes it. */
export const openConsentHouse = async (): Promise<ConsentHouse> => {
  const house = await openApiHouse({ now: NOW, placesPerUnit: 30, welfare: true });
  const social = house.small.welfare as SmallWelfare;
  let next = 0;
  return {
    house,
    social,
    async accepted({ back = false, name = 'Geertje Hofsteenge', bsn, ward: other } = {}) {
      const asker = back ? social.asker : house.small.gp;
      const ward = other ?? (back ? house.small.wards[0] : social.ward);
      const place = ward === social.ward ? (social.places[next++] as string) : house.freshPlace();
      const person = { name, birthDate: '1941-05-02', sex: 'female', ...(bsn === undefined ? {} : { bsn }) };
      const sent = await must<{ request: SharedRequest }>(
        house.post(asker, '/requests', asking([place], { person })),
      );
      const { id, offers, person: known } = sent.request;
      const written = await must<{ request: SharedRequest }>(
        house.post(asker, `/requests/${id}/documents`, LETTER),
      );
      await must(house.post(ward, `/offers/${offers[0]?.id}/accept`, { doctor: 'dr. Oefen' }));
      return { id, personId: known?.id ?? '', doc: written.request.documents[0]?.id ?? '', asker, ward };
    },
    async see(who, id) {
      const { request } = await must<{ request: SharedRequest }>(
        house.call(who, 'GET', `/api/v1/requests/${id}`),
      );
      return request;
    },
  };
};
