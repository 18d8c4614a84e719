import { describe, expect, it } from 'vitest';
import { auditEventOf } from './audit-event.ts';
import type { AccessEvent, AccessLine } from './types.ts';

const line: AccessLine = {
  ...{
    id: 'a-1',
    line: 1,
    at: Date.parse('2026-11-23T10:00:00Z'),
    event: 'read',
    actor: 'p-1',
    accountId: 'acc-1',
  },
  ...{
    sessionId: 's-1',
    role: 'ward',
    organisationId: 'o-1',
    onBehalfOf: 'p-2',
    network: '10.0.0.0/24',
    component: 'web',
  },
  ...{
    personId: 'm-1',
    objectType: 'request',
    objectId: 'r-1',
    categories: ['profile', 'triage'],
    ground: 'offer',
  },
  ...{ consentId: null, policy: 'see-request', policyVersion: 'v1', outcome: 'done', reason: null },
};

describe('a line of the log as AuditEvent', () => {
  it('tells what happened, when, of whom, by whom, on whose behalf, from where and why', () => {
    const event = auditEventOf(line);
    expect(event).toMatchObject({
      ...{
        resourceType: 'AuditEvent',
        id: 'a-1',
        action: 'R',
        recorded: '2026-11-23T10:00:00Z',
        outcome: '0',
      },
      meta: { profile: ['https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead'] },
      type: { code: 'rest' },
      subtype: [{ code: 'read' }],
      purposeOfEvent: [{ coding: [{ code: 'TREAT' }] }],
      agent: [
        {
          who: { identifier: { value: 'p-1' } },
          requestor: true,
          network: { address: '10.0.0.0/24', type: '2' },
          policy: ['urn:verkeerstoren:policy:see-request|v1'],
        },
        { who: { identifier: { value: 'o-1' } }, requestor: false },
        { who: { identifier: { value: 'p-2' } }, requestor: false },
      ],
      entity: [
        { what: { identifier: { value: 'm-1' } }, role: { code: '1' } },
        { what: { identifier: { value: 's-1' } } },
        {
          what: { identifier: { value: 'r-1' } },
          name: 'request',
          detail: [
            { type: 'categories', valueString: 'profile,triage' },
            { type: 'ground', valueString: 'offer' },
          ],
        },
      ],
    });
  });

  it('has exactly one who asked, an act and a source for every kind of event (R4 demands them)', () => {
    const acts: Record<AccessEvent, string> = {
      ...{
        read: 'R',
        list: 'E',
        search: 'E',
        print: 'R',
        export: 'R',
        add: 'C',
        change: 'U',
        remove: 'D',
        follow: 'R',
      },
      ...{ login: 'E', fail: 'E', refused: 'R', 'log-read': 'R', 'break-glass': 'E' },
    };
    for (const [event, action] of Object.entries(acts)) {
      const made = auditEventOf({ ...line, event: event as AccessEvent });
      expect(made.action, event).toBe(action);
      expect(
        made.agent.filter((each) => 'requestor' in each && each.requestor === true),
        event,
      ).toHaveLength(1);
      expect(made.source, event).toHaveProperty('observer');
    }
  });

  it('is an error when it was refused, names break-glass, and claims no patient where none is known', () => {
    const refused = {
      ...line,
      event: 'refused',
      outcome: 'refused',
      ground: 'none',
      personId: null,
    } as const;
    expect(auditEventOf(refused)).toMatchObject({ outcome: '4', meta: { profile: [] } });
    expect(auditEventOf(refused)).not.toHaveProperty('purposeOfEvent');
    expect(auditEventOf({ ...line, personId: null }).meta.profile).toEqual([]);
    const glass = auditEventOf({
      ...line,
      event: 'break-glass',
      ground: 'break-glass',
      reason: 'Valt telkens weg',
    });
    expect(glass.purposeOfEvent).toMatchObject([{ coding: [{ code: 'BTG' }] }]);
    expect(JSON.stringify(glass.entity)).toContain('Valt telkens weg');
    expect(auditEventOf({ ...line, event: 'fail' }).outcome).toBe('4');
  });
});
