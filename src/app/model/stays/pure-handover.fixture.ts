import { ok, refuse } from '#kernel/result.ts';
import {
  type Done,
  endCare,
  type PureHandover,
  type PureStay,
  type PureStays,
  passCare,
  responsible,
} from './pure-beds.fixture.ts';
import type { Command } from './world.fixture.ts';

type Of<D extends Command['do']> = Extract<Command, { do: D }>;

/** Who goes on is responsible, as soon as somebody left and the next has said yes; nobody's is taken. */
export const passWhenGone = (house: PureStays, stay: PureStay): void => {
  const newest = stay.handovers.at(-1);
  if (newest === undefined || responsible(house, stay.person)?.by !== stay.home) return;
  const { state, receivedAt, to } = newest;
  const at = house.decide.passesAt(stay, { direction: 'out', state, receivedAt });
  if (at === null) return;
  const { person, home } = stay;
  if (to === 'outside') endCare(house, person, at);
  else passCare(house, { person, by: to === 'gp' ? 'gp' : 1 - home, doctor: 'dr. Verder' }, at);
};

const write = (house: PureStays, stay: PureStay, command: Of<'write'>): Done => {
  const newest = stay.handovers.at(-1);
  if (stay.destination === 'died') return refuse({ code: 'stay-over' });
  if (newest?.state === 'received') return refuse({ code: 'handover-received' });
  if (newest?.state === 'sent' && newest.to !== command.to)
    return refuse({ code: 'handover-sent-elsewhere' });
  const now = [{ code: command.section, text: command.text, none: false, without: [] }];
  const written = house.decide.withWritten(newest?.written ?? {}, now);
  const isNew = newest === undefined || newest.state === 'revoked';
  const fresh: PureHandover = {
    ...{ id: `handover-${++house.made}`, to: command.to, state: 'draft', written },
    ...{ sent: [], newest: {}, receivedAt: null },
  };
  const saved: PureHandover = isNew ? fresh : { ...newest, to: command.to, written };
  stay.handovers = [...(isNew ? stay.handovers : stay.handovers.slice(0, -1)), saved];
  return ok(null);
};

const send = (house: PureStays, newest: PureHandover): Done => {
  const state = house.decide.handoverStep(newest.state, 'send');
  if (!state.ok) return state;
  const went = JSON.stringify(newest.written);
  newest.sent = house.decide.appends ? [...newest.sent, went] : [went];
  Object.assign(newest, { state: state.value, newest: newest.written });
  return ok(null);
};

const receive = (house: PureStays, stay: PureStay, newest: PureHandover, byPhone: boolean): Done => {
  const state = house.decide.handoverStep(newest.state, 'confirm');
  if (!state.ok) return state;
  if (byPhone !== (newest.to === 'outside')) return refuse({ code: 'handover-other-side' });
  Object.assign(newest, { state: state.value, receivedAt: house.now });
  passWhenGone(house, stay);
  return ok(null);
};

/** An act about the handover of a stay; null when it is about something else. */
export const handOver = (house: PureStays, stay: PureStay, command: Command): Done | null => {
  if (command.do === 'write') return write(house, stay, command);
  const newest = stay.handovers.at(-1);
  if (!['send', 'confirm', 'phone', 'revoke'].includes(command.do)) return null;
  if (newest === undefined) return refuse({ code: 'handover-unknown' });
  if (command.do === 'send') return send(house, newest);
  if (command.do !== 'revoke') return receive(house, stay, newest, command.do === 'phone');
  const state = house.decide.handoverStep(newest.state, 'revoke');
  if (!state.ok) return state;
  if (newest.state === 'received' && stay.endedAt !== null) return refuse({ code: 'handover-passed' });
  newest.state = state.value;
  return ok(null);
};
