import { localDay } from '#kernel/calendar.ts';
import type { Instant, Interval } from '#kernel/interval.ts';
import { mobileOf } from '#kernel/telephone.ts';
import { clockWords, dateWords } from '#kernel/words.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Letter } from '#platform/outbox/mail.ts';
import type { ShortMessage } from '#platform/outbox/short-message.ts';
import { calendarMethod } from './decide/calendar-file.ts';
import { calendarOf, type MomentFacts, minutesAt, momentFacts, placeOf } from './moment-facts.ts';
import { momentLink } from './service-moment.ts';
import { reachOf } from './service-telling.ts';
import { tellingById } from './store-telling.ts';
import type { TellingKind } from './types-told.ts';

/** What is written about, and with what. */
export interface Writing {
  readonly tellingId: string;
  readonly kind: TellingKind;
  readonly key: Buffer;
  readonly publicUrl: string;
  readonly practice: boolean;
}

/** What a letter says: who reads it may be somebody else, so it names no person and no treatment. */
interface Words {
  readonly subject: string;
  readonly lines: readonly string[];
}

/** Everything in words before it is known to whom it goes. */
interface Draft {
  readonly facts: MomentFacts;
  readonly during: Interval;
  readonly link: string | null;
}

/** `dinsdag 24 november om 9:30 uur` */
const momentIn = (at: Instant, zone: string): string =>
  `${dateWords(localDay(at, zone)).nl} om ${clockWords(at, zone)} uur`;

const whereIn = ({ facts: { room } }: Draft): string => `${room.unit.name}, ${room.site}`;

const WORDS: Readonly<Record<TellingKind, (draft: Draft, moment: string) => Words>> = {
  invitation: (draft, moment) => ({
    subject: `Uw afspraak op ${moment}`,
    lines: [`U heeft een afspraak bij ${whereIn(draft)}.`, `Wanneer: ${moment}.`],
  }),
  moved: (draft, moment) => {
    const { was } = draft.facts.telling;
    const before = was === null ? '' : ` op ${momentIn(was.from, draft.facts.room.zone)}`;
    return {
      subject: `Uw afspraak is verzet naar ${moment}`,
      lines: [
        `Uw afspraak bij ${whereIn(draft)}${before} is verzet.`,
        `U komt nu op ${moment}.`,
        'Een link uit een eerder bericht werkt niet meer.',
      ],
    };
  },
  reminder: (draft, moment) => ({
    subject: `Denk aan uw afspraak op ${moment}`,
    lines: [`Over twee dagen heeft u een afspraak bij ${whereIn(draft)}.`, `Wanneer: ${moment}.`],
  }),
  gone: (draft, moment) => ({
    subject: `Uw afspraak op ${moment} gaat niet door`,
    lines: [
      `Uw afspraak bij ${whereIn(draft)} op ${moment} gaat niet door. U hoeft niet te komen.`,
      ...(draft.facts.visit.state === 'to-plan'
        ? ['Wij zoeken een nieuw moment. U krijgt daar bericht van.']
        : []),
    ],
  }),
};

const wordsOf = (draft: Draft, kind: TellingKind): Words =>
  WORDS[kind](draft, momentIn(draft.during.from, draft.facts.room.zone));

/** How long, where, and the page on which somebody answers. */
const practical = ({ facts, link }: Draft): readonly string[] =>
  link === null
    ? []
    : [
        `U bent ongeveer ${minutesAt(facts)} minuten bij ons.`,
        `Waar: ${placeOf(facts.room)}.`,
        '',
        'Komt u? Of wilt u een ander moment? Zeg het op uw eigen pagina.',
        'Daar staat ook wat u meeneemt en hoe u er komt:',
        link,
        'De link is alleen voor u. Geef hem aan niemand.',
      ];

/** Reads what is to be said; overtaken when it is not so any more. */
const draftOf = async (tx: Tx, writing: Writing, doing: Doing): Promise<Draft | 'overtaken'> => {
  const telling = await tellingById(tx, writing.tellingId);
  const facts = telling === null ? null : await momentFacts(tx, telling, doing);
  if (telling === null || facts === null) return 'overtaken';
  const during = writing.kind === 'gone' ? telling.was : telling.during;
  if (during === null || during.from <= doing.now) return 'overtaken';
  if (writing.kind === 'gone') return { facts, during, link: null };
  const link = momentLink(writing.key, telling);
  return facts.holds && link !== null
    ? { facts, during, link: `${writing.publicUrl}/thuiskamer/afspraak#${link.token}` }
    : 'overtaken';
};

const PRACTICE = 'OEFENREGIO: dit bericht gaat over verzonnen mensen en plekken.';

/** The letter about a moment, with the moment as a file for a calendar. */
export const letterAbout = async (
  tx: Tx,
  writing: Writing,
  doing: Doing,
): Promise<Letter | 'no-address' | 'overtaken'> => {
  const draft = await draftOf(tx, writing, doing);
  if (draft === 'overtaken') return draft;
  const { email, refuses } = await reachOf(tx, draft.facts.order.personId);
  if (email === null || refuses) return 'no-address';
  const { subject, lines } = wordsOf(draft, writing.kind);
  const calendar = calendarOf(draft.facts, draft.during, writing.kind === 'gone');
  const text = [
    ...(writing.practice ? [PRACTICE, ''] : []),
    ...[...lines, ...practical(draft), ''],
    ...[
      `Vragen, of liever geen berichten? Bel ${draft.facts.room.phone}.`,
      'Dit bericht is automatisch.',
      '',
    ],
  ];
  return {
    to: email,
    subject: writing.practice ? `[Oefenregio] ${subject}` : subject,
    text: text.join('\n'),
    calendar: { file: calendar.file, method: calendarMethod(calendar) },
  };
};

/** The same in one breath, for a telephone. */
export const textAbout = async (
  tx: Tx,
  writing: Writing,
  doing: Doing,
): Promise<ShortMessage | 'no-address' | 'overtaken'> => {
  const draft = await draftOf(tx, writing, doing);
  if (draft === 'overtaken') return draft;
  const { phone, refuses } = await reachOf(tx, draft.facts.order.personId);
  const to = mobileOf(phone);
  if (to === null || refuses) return 'no-address';
  const { subject } = wordsOf(draft, writing.kind);
  const { room } = draft.facts;
  const rest =
    draft.link === null
      ? `Vragen? Bel ${room.phone}.`
      : `Bekijk en antwoord: ${draft.link} of bel ${room.phone}.`;
  const practice = writing.practice ? '[Oefenregio] ' : '';
  return { to, text: `${practice}${subject}, ${whereIn(draft)}. ${rest}` };
};
