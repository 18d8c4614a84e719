import type { Problem as ProblemBody } from '#kernel/contract.ts';
import type { Language } from '#web/i18n/texts.ts';

/** Thrown by `call` when the server refuses or cannot be reached (`status` 0, code `no-connection`). */
export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(`${body.status} ${body.code}: ${body.detail_en}`);
    this.name = 'Problem';
    this.body = body;
  }

  /** Stable kebab-case code (`place-taken`), to choose what to show. */
  get code(): string {
    return this.body.code;
  }

  /** HTTP status; 0 when no answer came. */
  get status(): number {
    return this.body.status;
  }

  /** What is the matter, for the reader. */
  sentence(language: Language): string {
    return language === 'en' ? this.body.detail_en : this.body.detail;
  }

  /** What the reader can do now. */
  next(language: Language): string {
    return language === 'en' ? this.body.next_en : this.body.next;
  }

  /** What is wrong with one field of a form, or null; `path` as in the body that was sent (`callback`). */
  field(path: string, language: Language): string | null {
    return this.body.fields?.find((field) => field.path === path)?.[language] ?? null;
  }
}

const isProblem = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** No answer at all: the wire is down, or the server is. */
export const noConnection = (): Problem =>
  new Problem({
    type: 'about:blank',
    title: 'no connection',
    code: 'no-connection',
    status: 0,
    detail: 'Er is nu geen verbinding.',
    detail_en: 'There is no connection right now.',
    next: 'Wat u invulde staat nog hier. Probeer opnieuw of bel het loket.',
    next_en: 'What you filled in is still here. Try again or call the desk.',
  });

/** Reads the refusal out of an answer; an answer that is no problem+json (a proxy, a crash) becomes `unreadable`. */
export const problemFrom = async (answer: Response): Promise<Problem> => {
  const body: unknown = await answer.json().catch(() => null);
  if (isProblem(body)) return new Problem({ ...body, status: answer.status });
  return new Problem({
    type: 'about:blank',
    title: 'unreadable answer',
    code: 'unreadable',
    status: answer.status,
    detail: 'Dit lukte niet.',
    detail_en: 'This did not work.',
    next: 'Probeer opnieuw of bel het loket.',
    next_en: 'Try again or call the desk.',
  });
};
