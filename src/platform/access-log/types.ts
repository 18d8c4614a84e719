import type { Instant } from '#kernel/interval.ts';

/** What is logged (NEN 7513): each kind of look, each act on somebody's record, and what was refused. */
export type AccessEvent =
  | 'read'
  | 'list'
  | 'search'
  | 'print'
  | 'export'
  | 'add'
  | 'change'
  | 'remove'
  | 'follow'
  | 'login'
  | 'fail'
  | 'refused'
  | 'log-read'
  | 'break-glass';

/** Which kind of personal data was seen, in the words in which the person is told. */
export type Category =
  /** Age band, sex and kind of care, without saying who. */
  | 'profile'
  | 'name-and-contact'
  | 'reason-and-care'
  | 'triage'
  | 'letter'
  | 'stay'
  | 'messages'
  | 'consent'
  /** What the person said in a conversation of their own. */
  | 'conversation'
  | 'log';

/** On which ground somebody could look. */
export type Ground =
  | 'treatment'
  | 'referral'
  | 'offer'
  | 'consent'
  | 'break-glass'
  | 'triage'
  | 'own'
  | 'administration'
  | 'none';

/** One look at one object; an answer with ten people in it is ten looks. */
export interface Look {
  readonly event: AccessEvent;
  /** What was looked at: request, offer, person, claim, document, consult, search, stream, session, log. */
  readonly objectType: string;
  readonly objectId: string | null;
  readonly categories: readonly Category[];
  /** Whose; left out, the person behind the object, found by the database. */
  readonly personId?: string | null;
  /** Why it is allowed; left out, the relation in which the organisation stands to the person. */
  readonly ground?: Ground;
  readonly consentId?: string | null;
  /** Why the emergency button was pressed. */
  readonly reason?: string | null;
}

/** Who looks, from where, and under which rule. */
export interface Onlooker {
  readonly actor: string;
  readonly role: string;
  /** Null only before anybody was let in: a failed sign-in belongs to no organisation. */
  readonly organisationId: string | null;
  readonly accountId: string | null;
  readonly sessionId: string | null;
  /** The responsible user in whose name; null: the actor's own. */
  readonly onBehalfOf: string | null;
  /** The network, without its last part. */
  readonly network: string | null;
  readonly component: 'web' | 'api' | 'cli' | 'house';
  readonly policy: string;
  readonly policyVersion: string;
}

/** A line of the log as it is read back. */
export interface AccessLine {
  readonly id: string;
  readonly line: number;
  readonly at: Instant;
  readonly event: AccessEvent;
  readonly actor: string;
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly role: string;
  readonly organisationId: string;
  readonly onBehalfOf: string | null;
  readonly network: string | null;
  readonly component: Onlooker['component'];
  readonly personId: string | null;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly categories: readonly Category[];
  readonly ground: Ground;
  readonly consentId: string | null;
  readonly policy: string;
  readonly policyVersion: string;
  readonly outcome: 'done' | 'refused';
  readonly reason: string | null;
}
