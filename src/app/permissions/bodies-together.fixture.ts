import { newId } from '#platform/db/ids.ts';
import type { Ids } from './stay-world.fixture.ts';
import { NOW } from './world.fixture.ts';

const LATER = new Date(NOW + 3_600_000).toISOString();

const CONTACT = {
  ...{ number: '10423', birthDate: '1950-01-01', sex: 'female' },
  ...{ day: '2026-11-20', kind: 'consult' },
};

const TOKEN = 'x'.repeat(43);

const MEETING = { at: LATER, place: 'Praktijk' };

const AROUND = { name: 'Ans', bond: 'buurvrouw', near: 'close', does: 'Boodschappen' };
const TALKED = { mark: 5, words: 'Koken lukt', talk: true };

/** What commands of the map, of cases and of what comes back are asked with. */
export const togetherOf = (ids: Ids): Readonly<Record<string, unknown>> => ({
  'POST /api/v1/contacts': { contacts: [CONTACT] },
  'POST /api/v1/recurring/:id/settle': { outcome: 'conversation' },
  'POST /api/v1/recurring/:id/aside': { reason: 'cause-known', againOn: '2027-02-01' },
  'POST /api/v1/import/hsds-tables': { tables: {} },
  'POST /api/v1/social/searches': { need: 'slapen' },
  'POST /api/v1/social/questions': { words: 'ik kan niet slapen' },
  'POST /api/v1/social/services/:id/state': { state: 'open' },
  'POST /api/v1/conversations': { person: newId() },
  'PUT /api/v1/conversations/:id/parts/:part': TALKED,
  'PUT /api/v1/conversations/:id/shares': { organisation: ids['house'], parts: ['daily'] },
  'PUT /api/v1/own/conversation/:id/parts/:part': TALKED,
  'PUT /api/v1/conversations/:id/network/:around': AROUND,
  'PUT /api/v1/own/conversation/:id/network/:around': AROUND,
  'PUT /api/v1/own/conversation/:id/shares': { organisation: ids['house'], parts: [] },
  'POST /api/v1/helper/look': { token: TOKEN },
  'POST /api/v1/helper/code': { token: TOKEN },
  'POST /api/v1/helper/session': { token: TOKEN, code: '123456' },
  'POST /api/v1/helper/referral/ended': { result: 'helped', reason: 'answered' },
  'POST /api/v1/helper/room/look': { token: TOKEN },
  'POST /api/v1/helper/room': { token: TOKEN, state: 'open' },
  'POST /api/v1/referrals': {
    ...{ service: ids['service'] ?? newId(), person: { id: newId() }, question: 'Ik slaap niet', yes: true },
  },
  'POST /api/v1/referrals/people': { name: 'Kan' },
  'POST /api/v1/referrals/:id/ended': { result: 'not', reason: 'no-room' },
  'POST /api/v1/referrals/:id/passed-on': { service: ids['service'] ?? newId(), yes: true },
  'POST /api/v1/cases': { person: newId(), question: 'Ik slaap niet' },
  'POST /api/v1/cases/:id/helpers': { organisation: ids['house'], parts: ['plan'] },
  'PUT /api/v1/cases/:id/helpers/:helper': {
    parts: ['question', 'plan', 'messages', 'meetings', 'conversation'],
  },
  'POST /api/v1/cases/:id/actions': { what: 'Bellen', due: '2026-12-01' },
  'POST /api/v1/cases/:id/actions/:action/settle': { state: 'done' },
  'POST /api/v1/own/cases/:id/actions/:action/settle': { state: 'done' },
  'POST /api/v1/cases/:id/messages': { text: 'Hoe gaat het?' },
  'POST /api/v1/cases/:id/end': { outcome: 'answered', learned: 'Eerst de brieven' },
  'POST /api/v1/cases/:id/meetings': MEETING,
  'POST /api/v1/cases/:id/meetings/:meeting/cancel': { reason: 'Iedereen ziek' },
  'POST /api/v1/cases/:id/meetings/:meeting/lines': {
    acts: [{ id: newId(), line: newId(), place: 2, seen: 0, text: 'Nieuw' }],
  },
  'POST /api/v1/cases/:id/meetings/:meeting/lines/:line/action': { due: '2026-12-01' },
});
