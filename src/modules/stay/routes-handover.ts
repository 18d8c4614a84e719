import { z } from 'zod';
import { ById, Id } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { doingOf } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Policy } from '#platform/http/actor.ts';
import { type Command, command, type Door, read } from '#platform/http/route.ts';
import * as contract from './contract-handover.ts';
import { placeOf, type Where, wayOf } from './handover-way.ts';
import { eachHandover, oneHandover } from './looks-handover.ts';
import { stayPolicies as may } from './policy.ts';
import { type StayParts, tag } from './routes-answer.ts';
import { handoverFileRoutes } from './routes-handover-file.ts';
import { revokeHandover, saveHandover, sendHandover } from './service-handover.ts';
import { confirmByPhone, confirmHandover } from './service-handover-receive.ts';
import { handoverById, newestHandover } from './store-handover.ts';
import type { Handover } from './types-handover.ts';
import { handoverHeads, viewHanded, viewHandover, viewOwnHandover } from './view-handover.ts';

type Answered = Promise<Result<contract.HandoverAnswer, Refusal>>;

/** One handover as it stands for the caller. */
const answered = async (tx: Tx, id: string, writer: string, doing: Doing): Answered => {
  const row = await handoverById(tx, id);
  const handover = row === null ? null : await viewHandover(tx, row, writer, doing);
  return handover === null
    ? refuse({ code: 'handover-unknown' })
    : ok({ handover, came: null, handed: null });
};

/** For who writes it also before it is kept. */
const ownHandover = async (tx: Tx, where: Where, writer: string, doing: Doing): Answered => {
  const way = await wayOf(tx, where, doing);
  if (!way.ok) return way;
  const { request, direction, stay } = way.value;
  const row = await newestHandover(tx, { requestId: request.id, direction });
  const came = stay === null ? null : await newestHandover(tx, { requestId: request.id, direction: 'in' });
  const handover = await viewOwnHandover(tx, way.value, { row, writer }, doing);
  return ok({ handover, came: came?.id ?? null, handed: null });
};

/** The handover of a request or a stay: for who writes it, and for who receives it as it was sent. */
const handoverOn = async (tx: Tx, where: Where, writer: string, doing: Doing): Answered => {
  const place = await placeOf(tx, where);
  if (place === null) return refuse({ code: 'stayId' in where ? 'stay-unknown' : 'request-unknown' });
  if (place.fromOrg === doing.actor.organisationId) return ownHandover(tx, where, writer, doing);
  const row = await newestHandover(tx, place);
  return ok({
    handover: row === null ? null : await viewHandover(tx, row, writer, doing),
    came: null,
    handed: 'stayId' in where ? await viewHanded(tx, where.stayId, doing) : null,
  });
};

const byPlace = (place: 'requests' | 'stays', id: string): Where =>
  place === 'stays' ? { stayId: id } : { requestId: id };

/** Reading, keeping and sending one, by the request or the stay it belongs to. */
const placeRoutes = (door: Door, parts: StayParts, place: 'requests' | 'stays'): void => {
  const url = `/api/v1/${place}/:id/handover`;
  const whose = place === 'stays' ? 'of a stay, to who goes on' : 'of a request, to the house that said yes';
  read<ById, unknown, contract.HandoverAnswer>(door, {
    url,
    tag,
    summary: `The handover ${whose}`,
    policy: may.handover,
    params: ById,
    answer: contract.HandoverAnswer,
    looks: oneHandover('read'),
    run: async ({ tx, params, ...who }) =>
      handoverOn(tx, byPlace(place, params.id), who.actor.name, await doingOf(parts, { tx, ...who })),
  });
  command<ById, contract.HandoverOutBody, contract.HandoverAnswer>(door, {
    method: 'PUT',
    url,
    tag,
    summary: `Keeps what was written so far in the handover ${whose}; version 0 begins it`,
    policy: may.handover,
    params: ById,
    body: place === 'stays' ? contract.HandoverOutBody : contract.HandoverBody,
    answer: contract.HandoverAnswer,
    versioned: true,
    looks: oneHandover('change'),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const { body, version, actor } = act;
      const writing = { ...body, version, writer: actor.name };
      const saved = await saveHandover(act.tx, byPlace(place, act.params.id), writing, doing);
      return saved.ok ? answered(act.tx, saved.value.id, actor.name, doing) : saved;
    },
  });
  command<ById, unknown, contract.HandoverAnswer>(door, {
    url: `${url}/send`,
    tag,
    summary: `Sends the handover ${whose}; what is still missing holds up nothing`,
    policy: may.handover,
    params: ById,
    body: contract.HandoverNothing,
    answer: contract.HandoverAnswer,
    versioned: true,
    looks: oneHandover('change'),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const { version, actor } = act;
      const sent = await sendHandover(
        act.tx,
        byPlace(place, act.params.id),
        { version, writer: actor.name },
        doing,
      );
      return sent.ok ? answered(act.tx, sent.value.id, actor.name, doing) : sent;
    },
  });
};

/** An act on a handover that was sent. */
const actRoute = <B>(
  door: Door,
  parts: StayParts,
  spec: {
    readonly act: string;
    readonly summary: string;
    readonly policy: Policy;
    readonly body: z.ZodType<B>;
    readonly run: (act: Command<ById, B>, doing: Doing) => Promise<Result<Handover, Refusal>>;
  },
): void =>
  command<ById, B, contract.HandoverAnswer>(door, {
    url: `/api/v1/handovers/:id/${spec.act}`,
    tag,
    summary: spec.summary,
    policy: spec.policy,
    params: ById,
    body: spec.body,
    answer: contract.HandoverAnswer,
    versioned: true,
    looks: oneHandover('change'),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const done = await spec.run(act, doing);
      return done.ok ? answered(act.tx, done.value.id, act.actor.name, doing) : done;
    },
  });

const actRoutes = (door: Door, parts: StayParts): void => {
  actRoute(door, parts, {
    act: 'confirm',
    summary: 'It came: who receives it names the doctor who takes over',
    policy: may.handover,
    body: contract.HandoverConfirmBody,
    run: ({ tx, params, body, version, actor }, doing) =>
      confirmHandover(tx, { id: params.id, version, by: actor.name, doctor: body.doctor }, doing),
  });
  actRoute(door, parts, {
    act: 'confirm-by-phone',
    summary: 'Outside the region: who sent it tells whom they spoke, and which doctor takes over',
    policy: may.handover,
    body: contract.HandoverPhoneBody,
    run: ({ tx, params, body, version }, doing) =>
      confirmByPhone(tx, { id: params.id, version, ...body }, doing),
  });
  actRoute(door, parts, {
    act: 'revoke',
    summary: 'Who sent it takes it back, as long as nobody moved on with it',
    policy: may.handover,
    body: contract.HandoverNothing,
    run: ({ tx, params, version }, doing) => revokeHandover(tx, params.id, version, doing),
  });
};

/** Adds the routes of handovers. */
export const handoverRoutes = (door: Door, parts: StayParts): void => {
  placeRoutes(door, parts, 'requests');
  placeRoutes(door, parts, 'stays');
  actRoutes(door, parts);
  handoverFileRoutes(door, parts, answered);
  read<unknown, contract.HandoverQuery, contract.HandoverList>(door, {
    url: '/api/v1/handovers',
    tag,
    summary: 'What waits for the reader to confirm, the oldest first',
    policy: may.handover,
    query: contract.HandoverQuery,
    answer: contract.HandoverList,
    looks: eachHandover,
    run: async (ask) => ok({ handovers: await handoverHeads(ask.tx, await doingOf(parts, ask)) }),
  });
  for (const [url, event, summary] of [
    ['/api/v1/handovers/:id', 'read', 'One handover, for who sends it and who receives it'],
    ['/api/v1/handovers/:id/page', 'print', 'The same for paper: it stands in the log that it was printed'],
  ] as const)
    read<ById, unknown, contract.HandoverAnswer>(door, {
      ...{ url, tag, summary, policy: may.handover, params: z.object({ id: Id }) },
      answer: contract.HandoverAnswer,
      looks: oneHandover(event),
      run: async ({ tx, params, ...who }) =>
        answered(tx, params.id, who.actor.name, await doingOf(parts, { tx, ...who })),
    });
};
