/** What the content security policy of a page allows besides this server itself. */
export interface Allowed {
  /** Other hosts that browsers may fetch pictures from; usually none. */
  readonly imagesFrom?: readonly string[];
  /** Opens the style elements of one page, that carry the same word. */
  readonly styleNonce?: string;
}

const SELF = "'self'";

/**
 * The content security policy: nothing inline, nothing evaluated, nothing from elsewhere, in nobody's frame. Styles set on
 * an element by script go through the object model and need no permission; a style element needs the nonce of its page.
 */
export const contentPolicy = ({ imagesFrom = [], styleNonce }: Allowed): string =>
  Object.entries({
    'default-src': ["'none'"],
    'script-src': [SELF],
    'style-src': [SELF, ...(styleNonce === undefined ? [] : [`'nonce-${styleNonce}'`])],
    'img-src': [SELF, 'data:', ...imagesFrom],
    'font-src': [SELF, 'data:'],
    'connect-src': [SELF, ...imagesFrom],
    'worker-src': [SELF],
    'manifest-src': [SELF],
    'base-uri': ["'none'"],
    'form-action': [SELF],
    'frame-ancestors': ["'none'"],
  })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
