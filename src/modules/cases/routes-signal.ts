import { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import { ok } from '#kernel/result.ts';
import { ImportAnswer, ImportQuery } from '#modules/region/contract.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { bringFile } from '#platform/csv/route.ts';
import { type Command, command, type Door, read } from '#platform/http/route.ts';
import {
  AsideBody,
  ContactsAnswer,
  ContactsBody,
  SettleBody,
  SignalAnswer,
  SignalAsk,
  SignalList,
} from './contract-signal.ts';
import type { SignalStep } from './decide/signal-step.ts';
import { type CasesParts, doingOf, tag } from './doing.ts';
import { contactFile } from './import-contacts.ts';
import { listedSignals, steppedSignal } from './looks.ts';
import { casesPolicies as may } from './policy.ts';
import { bringContacts } from './service-contacts.ts';
import { stepSignal } from './service-signal.ts';
import { viewList, viewOne } from './view-signal.ts';

const contactRoutes = (door: Door, parts: CasesParts): void => {
  command<unknown, ContactsBody, ContactsAnswer>(door, {
    url: '/api/v1/contacts',
    tag,
    summary: 'Contacts from the own system of a practice; only the practice reads them',
    policy: may.bringContacts,
    body: ContactsBody,
    answer: ContactsAnswer,
    looks: nobody,
    run: async (act) => bringContacts(act.tx, act.body, await doingOf(parts, act)),
  });
  bringFile(door, contactFile, {
    ...{ policy: may.bringContacts, tag, query: ImportQuery, answer: ImportAnswer },
    body: z
      .any()
      .meta({ description: 'De eigen contacten: UTF-8, `;` of `,`, hooguit 5 MB en 20.000 rijen.' }),
  });
};

/** Adds the routes of the question that comes back. */
export const signalRoutes = (door: Door, parts: CasesParts): void => {
  contactRoutes(door, parts);
  read<unknown, SignalAsk, SignalList>(door, {
    url: '/api/v1/recurring',
    tag,
    summary: 'With whom of this practice a question comes back, and why that stands out',
    policy: may.seeSignals,
    query: SignalAsk,
    answer: SignalList,
    looks: listedSignals,
    run: async ({ tx, query }) => ok(await viewList(tx, query)),
  });
  const step = <B>(
    name: string,
    summary: string,
    body: z.ZodType<B>,
    stepOf: (body: B) => SignalStep,
  ): void =>
    command<ById, B, SignalAnswer>(door, {
      url: `/api/v1/recurring/:id/${name}`,
      ...{ tag, summary, policy: may.followSignal, params: ById, body, answer: SignalAnswer },
      looks: steppedSignal,
      run: async (act: Command<ById, B>) => {
        const { id } = act.params;
        const done = await stepSignal(act.tx, { id, ...stepOf(act.body) }, await doingOf(parts, act));
        return done.ok ? viewOne(act.tx, id) : done;
      },
    });
  const nothing = z.strictObject({});
  step('look', 'Somebody of the practice looked into it', nothing, () => ({ step: 'look' }));
  step('ask', 'The person was asked whether they want a conversation', nothing, () => ({ step: 'ask' }));
  step('settle', 'The person said yes: to a conversation, or to a case', SettleBody, ({ outcome }) => ({
    step: 'settle',
    outcome,
  }));
  step('aside', 'Put aside with a reason, until a day', AsideBody, ({ reason, againOn }) => ({
    step: 'aside',
    reason,
    againOn,
  }));
};
