import type { Instant } from '#kernel/interval.ts';

/** Who stands behind a request: a professional in one role, for one organisation. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly phone: string | null;
  readonly organisationId: string;
  readonly siteId: string | null;
  readonly unitId: string | null;
}

/** A sign-in that lasts: whose, and how sure we are of it. */
export interface Session {
  /** Its public name; the token stays with its owner. */
  readonly id: string;
  /** Null for a role of the practice region. */
  readonly accountId: string | null;
  /** A second factor was shown; a practice role needs none. */
  readonly strong: boolean;
  /** When it was shown last. */
  readonly factorAt: Instant | null;
  readonly actor: Actor;
}

/** Who may use a route. The tables in each room's policy.ts are drawn as docs/permissions.md. */
export interface Policy {
  readonly name: string;
  /** Roles that may; `everyone` needs no sign-in, `signed-in` any role. What they see of it, row-level security limits. */
  readonly roles: readonly string[] | 'everyone' | 'signed-in';
  /** False: it gives counts or one's own account, nothing about people, so that a password alone is enough. */
  readonly opensPeople?: false;
  /** Who that is and why, in words. */
  readonly why: string;
}

/** May this actor pass? Deny by default: without an actor only `everyone` passes. */
export const mayPass = (policy: Policy, actor: Actor | null): boolean => {
  if (policy.roles === 'everyone') return true;
  if (actor === null) return false;
  return policy.roles === 'signed-in' || policy.roles.includes(actor.role);
};
