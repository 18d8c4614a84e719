import { pick } from '#kernel/seeded.ts';
import type { Ask } from '#torture/house/caller.ts';
import { begunHandover, digestOf, type Handed, type HandedEvent } from './handed.ts';
import { must, type Placing } from './hands.ts';

/** Who does something: the account, its token and its organisation. */
export interface Hand {
  readonly actor: string;
  readonly token: string;
  readonly organisationId: string;
}

/** Who asks, and who works in which house. */
export const handsOf = ({ small, tokens }: Placing): { gp: Hand; wards: readonly [Hand, Hand] } => {
  const ward = (home: 0 | 1): Hand => {
    const { id: actor, organisationId } = small.wards[home];
    return { actor, organisationId, token: tokens.wards[home] };
  };
  const { id: actor, organisationId } = small.gp;
  return { gp: { actor, organisationId, token: tokens.asker }, wards: [ward(0), ward(1)] };
};

/** Of whom it is, by whom, and to whom it goes; without a receiver it is somebody outside the region, who is called. */
export interface Course {
  readonly mark: string;
  readonly place: 'requests' | 'stays';
  readonly id: string;
  readonly requestId: string;
  readonly from: Hand;
  readonly to: Hand | null;
}

const idIn = (body: Readonly<Record<string, unknown>>): string =>
  (body['handover'] as { readonly id: string }).id;

const writing = (text: string) => [{ code: 'home', text }];

type Asked = Omit<Ask, 'token' | 'key' | 'version'>;

/** One handover as it goes on, step by step, with what was answered to each. */
const openSteps = (placing: Placing, { mark, place, id, requestId, from, to }: Course) => {
  let told: Handed | null = null;
  let number = 0;
  const by = async (hand: Hand, ask: Asked, version?: number): Promise<string | null> => {
    const key = `${mark}-${place}-${++number}`;
    const looking = { actor: hand.actor, object: idIn };
    const said = { ...ask, token: hand.token, key, ...(version === undefined ? {} : { version }) };
    const reply = await must(placing, said, looking);
    return reply === null ? null : idIn(reply.body);
  };
  return {
    url: `/${place}/${id}/handover`,
    act: (): string => `/handovers/${told?.id}`,
    async begin(ask: Asked, text: string): Promise<boolean> {
      const begun = await by(from, ask, 0);
      if (begun === null) return false;
      const toOrg = to?.organisationId ?? null;
      told = begunHandover({
        id: begun,
        requestId,
        direction: place === 'stays' ? 'out' : 'in',
        toOrg,
        text,
      });
      placing.ledger.handed.push(told);
      return true;
    },
    /** What was answered with yes is so from then on: one version more, whatever happens to the machine. */
    async step(
      event: HandedEvent,
      hand: Hand,
      ask: Asked,
      change: (handed: Handed) => void,
    ): Promise<boolean> {
      if (told === null) return false;
      const isFile = event === 'file';
      if ((await by(hand, ask, isFile ? undefined : told.version)) === null) return false;
      if (!isFile) told.version += 1;
      told.done[event] += 1;
      change(told);
      return true;
    },
  };
};

/** A handover on its way, and what may still be done with it. */
export const openHanding = (placing: Placing, course: Course) => {
  const { mark, place, from, to } = course;
  const { url, act, begin, step } = openSteps(placing, course);
  let times = 0;
  const textNow = (): string => `${mark} ${place} ${++times}`;
  return {
    /** Begins it. */
    begin(): Promise<boolean> {
      const text = textNow();
      const outside = { name: 'Huis Verweg', phone: '0592-00 41 99' };
      const receiver = to === null ? outside : { organisationId: to.organisationId };
      const body = { sections: writing(text), ...(place === 'stays' ? { receiver } : {}) };
      return begin({ method: 'PUT', path: url, body }, text);
    },
    /** Writes on, and sends what stands there. */
    async writeAndSend(): Promise<boolean> {
      const text = textNow();
      const write = { method: 'PUT', path: url, body: { sections: writing(text) } } as const;
      const kept = await step('saved', from, write, (handed) => {
        handed.text = text;
      });
      if (!kept) return false;
      return step('sent', from, { path: `${url}/send`, body: {} }, (handed) => {
        handed.state = 'sent';
        handed.sent.push(handed.text);
      });
    },
    /** A letter goes along, of some kilobytes. */
    file(): Promise<boolean> {
      const bytes = Buffer.from(`%PDF-1.7\n${`${mark} `.repeat(Math.ceil(placing.chance() * 4_000))}`);
      const body = { name: 'brief.pdf', content: bytes.toString('base64') };
      return step('file', from, { path: `${act()}/files`, body }, (handed) =>
        handed.files.push(digestOf(bytes)),
      );
    },
    /** Who receives says yes; outside the region who sent it writes down whom they spoke. */
    confirm(): Promise<boolean> {
      const doctor = `dr. ${pick(placing.chance, ['Bos', 'Veen', 'Kamp'])}`;
      const byPhone = to === null;
      const yes = byPhone
        ? { path: `${act()}/confirm-by-phone`, body: { spoke: 'zr. Ver', doctor } }
        : { path: `${act()}/confirm`, body: { doctor } };
      return step('received', to ?? from, yes, (handed) => {
        Object.assign(handed, { state: 'received', doctor, byPhone });
      });
    },
    /** Taken back. */
    revoke: (): Promise<boolean> =>
      step('revoked', from, { path: `${act()}/revoke`, body: {} }, (handed) => {
        handed.state = 'revoked';
      }),
  };
};
type Handing = ReturnType<typeof openHanding>;

/** What becomes of a handover around a departure: confirmed before or after it, taken back before it, or left waiting. */
const ENDINGS = ['yes, then gone', 'gone, then yes', 'taken back', 'yes, taken back', 'waits'] as const;

/** Written, with a letter or without, and sent once or twice. */
const writeAndSend = async (chance: Placing['chance'], handing: Handing): Promise<boolean> => {
  if (!(await handing.begin())) return false;
  if (chance() < 0.5) await handing.file();
  if (!(await handing.writeAndSend())) return false;
  return chance() < 0.4 ? handing.writeAndSend() : true;
};

/** Hands somebody over who stays in a house, around their departure. */
export const handOverAround = async (
  placing: Placing,
  handing: Handing,
  leave: () => Promise<boolean>,
): Promise<void> => {
  const { chance } = placing;
  const ending = pick(chance, ENDINGS);
  if (!(await writeAndSend(chance, handing))) return;
  if (ending.startsWith('yes')) await handing.confirm();
  if (ending.endsWith('taken back')) await handing.revoke();
  const gone = await leave();
  if (gone && ending === 'gone, then yes') await handing.confirm();
};

/** What comes along with somebody who was accepted: sent, and confirmed, taken back or neither before they arrive. */
export const handOverAhead = async (placing: Placing, handing: Handing): Promise<void> => {
  const { chance } = placing;
  if (!(await writeAndSend(chance, handing))) return;
  const ending = pick(chance, ['yes', 'taken back', 'waits']);
  if (ending === 'yes') await handing.confirm();
  if (ending === 'taken back') await handing.revoke();
};
