import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';

/** What is asked of the API, by whom, under which key. */
export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Behind `/api/v1`. */
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly key?: string;
  readonly version?: number;
}

/** What came back; status 0 when no whole answer came. */
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks over HTTP as a client does, over connections that are kept. */
export interface Caller {
  ask(ask: Ask): Promise<Reply>;
  /** Sends all of the question but its last byte; what is given back sends that and waits for the answer. */
  aim(ask: Ask): Promise<() => Promise<Reply>>;
  close(): void;
}

const NO_ANSWER: Reply = { status: 0, body: {} };
const PATIENCE_MS = 20_000;

const readAll = (response: IncomingMessage): Promise<Reply> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('error', () => resolve(NO_ANSWER));
    response.on('close', () => {
      if (!response.complete) return resolve(NO_ANSWER);
      const text = Buffer.concat(parts).toString();
      resolve({ status: response.statusCode ?? 0, body: text.startsWith('{') ? JSON.parse(text) : {} });
    });
  });

const answerTo = (call: ClientRequest): Promise<Reply> =>
  new Promise((resolve) => {
    call.on('response', (response) => resolve(readAll(response)));
    call.on('error', () => resolve(NO_ANSWER));
    call.on('timeout', () => call.destroy());
  });

const headersOf = (ask: Ask, length: number | null): Record<string, string> => ({
  ...(ask.token === undefined ? {} : { authorization: `Bearer ${ask.token}` }),
  ...(ask.key === undefined ? {} : { 'idempotency-key': ask.key }),
  ...(ask.version === undefined ? {} : { 'if-match': `"${ask.version}"` }),
  ...(length === null ? {} : { 'content-type': 'application/json', 'content-length': String(length) }),
});

/** Opens a caller of the server on this port of our own machine; without connections each question has its own. */
export const openCaller = (port: number, connections: number): Caller => {
  const agent = connections === 0 ? false : new Agent({ keepAlive: true, maxSockets: connections });
  const begin = (ask: Ask): { call: ClientRequest; body: Buffer | null } => {
    const body = ask.body === undefined ? null : Buffer.from(JSON.stringify(ask.body));
    const call = request({
      agent,
      host: '127.0.0.1',
      port,
      path: `/api/v1${ask.path}`,
      method: ask.method ?? 'POST',
      headers: headersOf(ask, body?.length ?? null),
      timeout: PATIENCE_MS,
    });
    return { call, body };
  };
  return {
    ask(ask) {
      const { call, body } = begin(ask);
      const answer = answerTo(call);
      call.end(body ?? undefined);
      return answer;
    },
    aim(ask) {
      const { call, body } = begin(ask);
      const answer = answerTo(call);
      if (body === null) throw new Error('there is nothing to hold back');
      return new Promise((resolve) => {
        call.write(body.subarray(0, -1), () => {
          resolve(() => {
            call.end(body.subarray(-1));
            return answer;
          });
        });
      });
    },
    close: () => (agent === false ? undefined : agent.destroy()),
  };
};

/** Signs somebody of the practice region in; gives back the token. */
export const signIn = async (caller: Caller, professionalId: string): Promise<string> => {
  const { status, body } = await caller.ask({ path: '/session', body: { role: professionalId } });
  if (status !== 200) throw new Error(`signing in was answered with ${status}`);
  return String(body['token']);
};
