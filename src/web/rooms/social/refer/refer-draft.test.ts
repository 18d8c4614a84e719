import { expect, it } from 'vitest';
import { emptyDraft, faultsIn, type ReferDraft, referBody } from './refer-draft.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = Date.parse('2026-11-23T09:00:00Z');
const AT = { today: '2026-11-23', now: NOW, zone: ZONE };
const known = { id: 'p1', name: 'G. Hofsteenge', birthDate: '1941-05-02' };
const draft = (over: Partial<ReferDraft>): ReferDraft => ({
  ...emptyDraft('Ik slaap niet'),
  ...{ known, yes: true, ...over },
});

it('needs two fields and a yes of who is known, and of who is new who it is and how to call', () => {
  expect(faultsIn(draft({}), AT)).toEqual([]);
  expect(faultsIn(emptyDraft(''), AT)).toEqual(['name', 'birthDate', 'sex', 'phone', 'question', 'yes']);
  const fresh = {
    known: null,
    name: 'Jan',
    birthDate: '2-5-1941',
    sex: 'male',
    phone: '06 1234 5678',
  } as const;
  expect(faultsIn(draft(fresh), AT)).toEqual([]);
  expect(faultsIn(draft({ ...fresh, phone: '12' }), AT)).toEqual(['phone']);
  expect(referBody(draft(fresh), 's1', ZONE).person).toMatchObject({ birthDate: '1941-05-02', name: 'Jan' });
});

it('a moment to call together is still to come', () => {
  expect(faultsIn(draft({ warmAt: '2026-11-23T09:59' }), AT)).toEqual(['warmAt']);
  expect(faultsIn(draft({ warmAt: '2026-11-23T10:01' }), AT)).toEqual([]);
  expect(referBody(draft({ warmAt: '2026-11-23T10:01' }), 's1', ZONE)).toEqual({
    ...{ service: 's1', person: { id: 'p1' }, question: 'Ik slaap niet', yes: true, warm: 'receiver-calls' },
    warmAt: '2026-11-23T09:01:00.000Z',
  });
});
