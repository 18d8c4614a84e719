import type { FastifyReply } from 'fastify';

/** How a cookie of the house is set. */
export interface CookieForm {
  readonly name: string;
  readonly options: {
    readonly path: '/';
    readonly httpOnly: true;
    readonly sameSite: 'strict' | 'lax';
    readonly secure: boolean;
  };
}

/** A name that begins with `__Host-` a browser takes over https only, for this host alone. Practice may run without https. */
const formOf = (practice: boolean, name: string, sameSite: 'strict' | 'lax'): CookieForm => ({
  name: practice ? name : `__Host-${name}`,
  options: { path: '/', httpOnly: true, sameSite, secure: !practice },
});

/** The cookie that carries the session token; no other site can make a browser send it. */
export const sessionCookie = (practice: boolean): CookieForm => formOf(practice, 'verkeerstoren', 'strict');

/**
 * The cookie of who is halfway in. Lax, because the sign-in of an employer sends the browser back here from another site;
 * it opens nothing but the next step.
 */
export const stepCookie = (practice: boolean): CookieForm => formOf(practice, 'verkeerstoren-step', 'lax');

/**
 * Said with the end of a session: the browser drops the pages it kept, also those behind the button Back. Not in practice,
 * where roles change all day and each change would fetch every page anew.
 */
export const dropPages = (reply: FastifyReply, practice: boolean): FastifyReply =>
  practice ? reply : reply.header('clear-site-data', '"cache"');
