import type { RefusalText, RefusalTexts } from '#kernel/refusal.ts';
import type { ObservationCode } from './types-observation.ts';

type Said = readonly [nl: string, en: string];

const text = (status: RefusalText['status'], [nl, en]: Said, [nextNl, nextEn]: Said): RefusalText => ({
  status,
  title: { nl, en },
  next: { nl: nextNl, en: nextEn },
});

const reload: Said = ['Laad de pagina opnieuw.', 'Load the page again.'];

/** What is refused of observations, the day plan, medicines and the answer, in words. */
export const observationRefusals: RefusalTexts<ObservationCode> = {
  'observation-unknown': text(404, ['Deze waarneming is er niet.', 'This observation is not there.'], reload),
  'observation-before-arrival': text(
    409,
    ['Toen was deze persoon hier nog niet.', 'This person was not here yet then.'],
    ['Kies een moment na de aankomst.', 'Choose a moment after the arrival.'],
  ),
  'observation-in-future': text(
    409,
    ['Dat moment moet nog komen.', 'That moment is still to come.'],
    ['Kies een moment tot en met nu.', 'Choose a moment up to now.'],
  ),
  'observation-withdrawn': text(
    409,
    ['Deze waarneming is al teruggenomen.', 'This observation was taken back already.'],
    reload,
  ),
  'task-unknown': text(
    404,
    ['Deze regel van het dagplan is er niet.', 'This line of the plan is not there.'],
    reload,
  ),
  'task-outside-stay': text(
    409,
    ['Die dag hoort niet bij dit verblijf.', 'That day is not a day of this stay.'],
    ['Kies een dag van het verblijf.', 'Choose a day of the stay.'],
  ),
  'task-settled': text(
    409,
    ['Dit is al gedaan, of niet meer nodig.', 'This is done already, or not needed any more.'],
    ['Zet het eerst terug als dat niet klopt.', 'Put it back first when that is not right.'],
  ),
  'task-open': text(409, ['Dit staat al open.', 'This is open already.'], reload),
  'medication-unknown': text(
    404,
    ['Deze verandering in de medicijnen is er niet.', 'This change in the medicines is not there.'],
    reload,
  ),
  'medication-outside-stay': text(
    409,
    [
      'Die dag hoort niet bij dit verblijf, of moet nog komen.',
      'That day is not in this stay, or is still to come.',
    ],
    ['Kies een dag van het verblijf tot en met vandaag.', 'Choose a day of the stay up to today.'],
  ),
  'answer-incomplete': text(
    409,
    ['In het antwoord ontbreekt nog {count}.', 'The answer still lacks {count}.'],
    ['Vul het aan, of stuur het bewust zo.', 'Complete it, or send it like this on purpose.'],
  ),
  'answer-reason-unseen': text(
    409,
    [
      'Bij {count} verandering in de medicijnen ontbreekt de reden.',
      'The reason of {count} change in the medicines is missing.',
    ],
    [
      'Schrijf de reden op, of zeg per medicijn dat die volgt.',
      'Write the reason, or say per medicine that it follows.',
    ],
  ),
  'answer-no-draft': text(
    409,
    ['Er is geen concept om te sturen.', 'There is no draft to send.'],
    ['Begin een nieuw antwoord, of lees wat er gestuurd is.', 'Begin a new answer, or read what was sent.'],
  ),
  'answer-unknown': text(404, ['Dit antwoord is er niet.', 'This answer is not there.'], reload),
  'retriage-running': text(
    409,
    ['Voor deze persoon vroeg uw huis al een plek.', 'Your house asked for a place for this person already.'],
    [
      'Kijk bij die aanvraag, of vraag het loket die in te trekken.',
      'Look at that request, or ask the desk to take it back.',
    ],
  ),
};
