import { isoFromInstant } from '#kernel/calendar.ts';
import type { AccessEvent, AccessLine } from './types.ts';

/** FHIR R4 AuditEvent as the profiles of IHE BALP ask for it; only what we fill. */
export interface AuditEvent {
  readonly resourceType: 'AuditEvent';
  readonly id: string;
  readonly meta: { readonly profile: readonly string[] };
  readonly type: Coding;
  readonly subtype: readonly Coding[];
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  readonly recorded: string;
  readonly outcome: '0' | '4';
  readonly purposeOfEvent?: readonly { readonly coding: readonly Coding[] }[];
  readonly agent: readonly object[];
  readonly source: object;
  readonly entity: readonly object[];
}

interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

const AUDIT = 'http://terminology.hl7.org/CodeSystem/audit-event-type';
const RESTFUL = 'http://hl7.org/fhir/restful-interaction';
const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';
const PURPOSE = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
const PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
const ENTITY = 'http://terminology.hl7.org/CodeSystem/audit-entity-type';
const ROLE = 'http://terminology.hl7.org/CodeSystem/object-role';
const BALP = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition';
const OURS = 'urn:verkeerstoren';

const rest: Coding = { system: AUDIT, code: 'rest', display: 'RESTful Operation' };
const authentication: Coding = { system: DICOM, code: '110114', display: 'User Authentication' };
const used: Coding = { system: DICOM, code: '110101', display: 'Audit Log Used' };
const emergency: Coding = { system: DICOM, code: '110127', display: 'Emergency Override Started' };
const exported: Coding = { system: DICOM, code: '110106', display: 'Export' };
const restful = (code: string, display: string): Coding => ({ system: RESTFUL, code, display });
const [read, search] = [restful('read', 'read'), restful('search-type', 'search-type')];

/** What an event is in FHIR: its type, what was done, the act, and which profile of BALP (none for what is not REST). */
const KINDS: Readonly<Record<AccessEvent, readonly [Coding, Coding, AuditEvent['action'], string | null]>> = {
  read: [rest, read, 'R', 'IHE.BasicAudit.PatientRead'],
  list: [rest, search, 'E', 'IHE.BasicAudit.PatientQuery'],
  search: [rest, search, 'E', 'IHE.BasicAudit.PatientQuery'],
  print: [exported, read, 'R', null],
  export: [exported, read, 'R', 'IHE.BasicAudit.PrivacyDisclosure.Source'],
  add: [rest, restful('create', 'create'), 'C', 'IHE.BasicAudit.PatientCreate'],
  change: [rest, restful('update', 'update'), 'U', 'IHE.BasicAudit.PatientUpdate'],
  remove: [rest, restful('delete', 'delete'), 'D', 'IHE.BasicAudit.PatientDelete'],
  follow: [rest, read, 'R', 'IHE.BasicAudit.Read'],
  login: [authentication, { system: DICOM, code: '110122', display: 'Login' }, 'E', null],
  fail: [authentication, { system: DICOM, code: '110122', display: 'Login' }, 'E', null],
  refused: [rest, read, 'R', null],
  'log-read': [used, read, 'R', null],
  'break-glass': [emergency, read, 'E', null],
};

/** A profile about a patient holds only where a patient is known. */
const profileOf = (line: AccessLine): string[] => {
  const [, , , profile] = KINDS[line.event];
  if (profile === null || (profile.includes('Patient') && line.personId === null)) return [];
  return [`${BALP}/${profile}`];
};

const purposeOf = ({ ground }: AccessLine): Coding | null => {
  if (ground === 'none') return null;
  if (ground === 'break-glass') return { system: PURPOSE, code: 'BTG', display: 'break the glass' };
  if (ground === 'administration')
    return { system: PURPOSE, code: 'HOPERAT', display: 'healthcare operations' };
  if (ground === 'own') return { system: PURPOSE, code: 'PATRQT', display: 'patient requested' };
  return { system: PURPOSE, code: 'TREAT', display: 'treatment' };
};

const identified = (system: string, value: string) => ({
  identifier: { system: `${OURS}:${system}`, value },
});

const userOf = (line: AccessLine): object => ({
  type: { coding: [{ system: PARTICIPATION, code: 'IRCP', display: 'information recipient' }] },
  role: [{ coding: [{ system: `${OURS}:role`, code: line.role }] }],
  who: identified('professional', line.actor),
  ...(line.accountId === null ? {} : { altId: line.accountId }),
  requestor: true,
  policy: [`${OURS}:policy:${line.policy}|${line.policyVersion}`],
  ...(line.network === null ? {} : { network: { address: line.network, type: '2' } }),
});

const organisationOf = ({ organisationId }: AccessLine): object => ({
  type: { coding: [{ system: PARTICIPATION, code: 'CST', display: 'custodian' }] },
  who: identified('organisation', organisationId),
  requestor: false,
});

const responsibleOf = ({ onBehalfOf }: AccessLine): object[] =>
  onBehalfOf === null
    ? []
    : [
        {
          type: { coding: [{ system: PARTICIPATION, code: 'RESP', display: 'responsible party' }] },
          who: identified('professional', onBehalfOf),
          requestor: false,
        },
      ];

const entityType = (code: string, display: string): Coding => ({ system: ENTITY, code, display });
const entityRole = (code: string, display: string): Coding => ({ system: ROLE, code, display });

const entitiesOf = (line: AccessLine): object[] => {
  const details = [
    ['categories', line.categories.join(',')],
    ['ground', line.ground],
    ['consent', line.consentId],
    ['reason', line.reason],
  ].flatMap(([type, valueString]) =>
    valueString === null || valueString === '' ? [] : [{ type, valueString }],
  );
  const patient = {
    type: entityType('1', 'Person'),
    role: entityRole('1', 'Patient'),
  };
  return [
    ...(line.personId === null ? [] : [{ what: identified('person', line.personId), ...patient }]),
    ...(line.sessionId === null
      ? []
      : [{ what: identified('session', line.sessionId), type: entityType('4', 'Other') }]),
    {
      ...(line.objectId === null ? {} : { what: identified(line.objectType, line.objectId) }),
      type: entityType('2', 'System Object'),
      role: entityRole('4', 'Domain Resource'),
      name: line.objectType,
      detail: details,
    },
  ];
};

/** A line of the log as FHIR tells it, for whoever reads the logs of a region with tools of their own. */
export const auditEventOf = (line: AccessLine): AuditEvent => {
  const [type, subtype, action] = KINDS[line.event];
  const purpose = purposeOf(line);
  return {
    resourceType: 'AuditEvent',
    id: line.id,
    meta: { profile: profileOf(line) },
    type,
    subtype: [subtype],
    action,
    recorded: isoFromInstant(line.at),
    outcome: line.outcome === 'done' && line.event !== 'fail' ? '0' : '4',
    ...(purpose === null ? {} : { purposeOfEvent: [{ coding: [purpose] }] }),
    agent: [userOf(line), organisationOf(line), ...responsibleOf(line)],
    source: {
      site: line.component,
      observer: { display: 'Verkeerstoren' },
      type: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/security-source-type',
          code: '4',
          display: 'Application Server',
        },
      ],
    },
    entity: entitiesOf(line),
  };
};
