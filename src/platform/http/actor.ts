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

/** Who may use a route. The tables in each room's policy.ts are drawn as docs/permissions.md. */
export interface Policy {
  readonly name: string;
  /** Roles that may; `everyone` needs no sign-in, `signed-in` any role. What they see of it, row-level security limits. */
  readonly roles: readonly string[] | 'everyone' | 'signed-in';
  /** Who that is and why, in words. */
  readonly why: string;
}

/** May this actor pass? Deny by default: without an actor only `everyone` passes. */
export const mayPass = (policy: Policy, actor: Actor | null): boolean => {
  if (policy.roles === 'everyone') return true;
  if (actor === null) return false;
  return policy.roles === 'signed-in' || policy.roles.includes(actor.role);
};
