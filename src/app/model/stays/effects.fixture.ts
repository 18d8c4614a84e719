import { instantOf, localDay } from '#kernel/calendar.ts';
import { homeOf } from './acts.fixture.ts';
import { lastDay, type Model, type Somebody, type Staying, ZONE } from './oracle.fixture.ts';
import type { Care, Command } from './world.fixture.ts';

const LEAVE_AT = 10 * 60 + 30;
type Of<D extends Command['do']> = Extract<Command, { do: D }>;

const kindOf = (care: Care): string => (care.startsWith('elv-') ? 'elv' : care);

const arrive = (model: Model, who: Somebody): void => {
  if (who.plan === null) return;
  const { bed, care } = who.plan;
  const arrivedDay = localDay(model.now, ZONE);
  who.stay = {
    ...{ home: homeOf(bed), bed, since: model.now, arrivedAt: model.now, arrivedDay, care },
    ...{ counted: arrivedDay, extended: null, beyond: false, away: false, endedAt: null, died: false },
    handover: null,
  };
  who.by = homeOf(bed);
  who.plan = null;
};

/** Who goes on is responsible once somebody left and the next has said yes, whichever came last. */
const pass = (who: Somebody, stay: Staying): void => {
  if (stay.handover?.state !== 'received' || stay.endedAt === null || stay.died || who.by !== stay.home)
    return;
  const { to } = stay.handover;
  who.by = to === 'gp' ? 'gp' : to === 'home' ? 1 - stay.home : null;
};

const depart = (model: Model, who: Somebody, stay: Staying, { to, ago }: Of<'depart'>): void => {
  Object.assign(stay, { endedAt: model.now - ago, away: false, died: to === 'died' });
  if (!stay.died) pass(who, stay);
  if (!stay.died) return;
  who.by = null;
  if (stay.handover !== null) stay.handover.state = 'revoked';
};

const changeCare = (model: Model, stay: Staying, care: Care): void => {
  if (kindOf(care) !== kindOf(stay.care)) {
    stay.counted = localDay(model.now, ZONE);
    stay.extended = null;
  }
  stay.care = care;
  stay.beyond = instantOf(lastDay(stay), LEAVE_AT, ZONE) <= model.now;
};

const write = (stay: Staying, { section, text, to }: Of<'write'>): void => {
  const before = stay.handover;
  const isNew = before === null || before.state === 'revoked';
  const written = { ...before?.written, [section]: text };
  stay.handover = { state: isNew ? 'draft' : before.state, to, written };
};

const onHandover = (who: Somebody, stay: Staying, command: Command): void => {
  if (command.do === 'write') write(stay, command);
  if (stay.handover === null) return;
  if (command.do === 'send') stay.handover.state = 'sent';
  if (command.do === 'revoke') stay.handover.state = 'revoked';
  if (command.do !== 'confirm' && command.do !== 'phone') return;
  stay.handover.state = 'received';
  pass(who, stay);
};

const onStay = (model: Model, who: Somebody, stay: Staying, command: Command): void => {
  switch (command.do) {
    case 'move':
      Object.assign(stay, { bed: command.bed, since: model.now });
      return;
    case 'depart':
      depart(model, who, stay, command);
      return;
    case 'extend':
      Object.assign(stay, { extended: command.on, beyond: false });
      return;
    case 'expect':
      stay.beyond = false;
      return;
    case 'away':
    case 'back':
      stay.away = command.do === 'away';
      return;
    case 'care':
      changeCare(model, stay, command.care);
      return;
    default:
      onHandover(who, stay, command);
  }
};

/** What a command that went through does to the model. */
export const takeEffect = (model: Model, command: Command): void => {
  const who = model.people[command.person] as Somebody;
  if (command.do === 'ask') {
    who.plan = { bed: command.bed, care: command.care };
    who.byAsking = who.by === null;
    who.by ??= 'gp';
  } else if (command.do === 'cancel') {
    who.plan = null;
    if (who.byAsking) who.by = null;
  } else if (command.do === 'arrive') arrive(model, who);
  else if (who.stay !== null) onStay(model, who, who.stay, command);
};
