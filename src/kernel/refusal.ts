/** A sentence in the two languages of the product. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** How one refusal code is told: HTTP status, what is the matter, and what the reader can do now. */
export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 422 | 428 | 429 | 500 | 503;
  readonly title: Sentence;
  readonly next: Sentence;
}

/** What a room can refuse, per code. `{name}` in a sentence is filled from the refusal's `params`. */
export type RefusalTexts<Code extends string = string> = { readonly [K in Code]: RefusalText };

/** A refusal on its way to the reader: code and the values its sentence needs. Never personal data. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Fills `{name}` in a sentence; an unknown name stays readable instead of failing the reader. */
export const fill = (text: string, params: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
