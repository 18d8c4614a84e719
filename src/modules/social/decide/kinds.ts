import type { Sentence } from '#kernel/refusal.ts';
import { plainOf } from './plain.ts';

/** One kind of help: what it is called, and by which words a service tells that it is one. */
interface Kind extends Sentence {
  readonly signs: readonly string[];
}

const kind = (nl: string, en: string, signs: string): Kind => ({ nl, en, signs: signs.split('|') });

/** The kinds of help by which the map is searched: a taxonomy of our own, with codes a service may carry as a term. */
export const KINDS = {
  'debt-help': kind('Hulp bij schulden', 'Debt help', 'schuld|budgetcoach|budgetbeheer|geldzorgen'),
  'paper-help': kind(
    'Hulp met post en papieren',
    'Help with post and forms',
    'administratie|formulier|papieren|toeslag|belasting',
  ),
  'income-support': kind(
    'Uitkering en bijdrage',
    'Benefits',
    'bijstand|uitkering|minima|inkomensondersteuning|meedoenregeling',
  ),
  'food-bank': kind('Voedselbank', 'Food bank', 'voedselbank|voedselhulp'),
  'goods-bank': kind(
    'Kleding en spullen',
    'Clothes and goods',
    'kledingbank|weggeefwinkel|kringloop|spullenbank',
  ),
  'energy-help': kind(
    'Hulp met energie',
    'Help with energy bills',
    'energiecoach|energiehulp|energiearmoede|fixteam',
  ),
  'legal-aid': kind(
    'Hulp met recht en regels',
    'Legal help',
    'juridisch|rechtshulp|rechtswinkel|raadslieden',
  ),
  'housing-help': kind(
    'Hulp met wonen',
    'Help with housing',
    'woonadvies|huurders|huisvesting|woonruimte|urgentie|huurteam',
  ),
  shelter: kind('Opvang', 'Shelter', 'daklozen|nachtopvang|maatschappelijke opvang|crisisopvang'),
  'safe-home': kind(
    'Hulp bij geweld thuis',
    'Help with violence at home',
    'veilig thuis|huiselijk geweld|vrouwenopvang|blijf groep',
  ),
  'victim-support': kind('Hulp na iets ergs', 'Victim support', 'slachtoffer'),
  'social-work': kind(
    'Maatschappelijk werk',
    'Social work',
    'maatschappelijk werk|wijkteam|sociaal team|welzijnscoach',
  ),
  'client-support': kind(
    'Iemand die met u meedenkt',
    'Independent client support',
    'clientondersteun|clientondersteuning',
  ),
  'gp-nurse': kind('Praktijkondersteuner van de huisarts', 'GP practice nurse', 'praktijkondersteuner|poh'),
  'mental-health': kind(
    'Psycholoog en GGZ',
    'Mental health care',
    'psycholoog|ggz|psychische zorg|depressie',
  ),
  'crisis-line': kind(
    'Iemand die luistert',
    'Somebody who listens',
    'luisterlijn|crisislijn|zelfmoordpreventie|telefonische hulp',
  ),
  'sleep-course': kind('Slaapcursus', 'Sleep course', 'slaap|slapen'),
  'stress-course': kind(
    'Cursus tegen stress',
    'Stress course',
    'stress|piekeren|mindfulness|ontspanning|burn-out',
  ),
  'grief-group': kind('Steun bij verlies', 'Grief support', 'rouw|verlies'),
  'peer-group': kind('Lotgenoten', 'Peer group', 'lotgenoten|zelfhulp|herstelacademie'),
  addiction: kind('Hulp bij verslaving', 'Addiction care', 'verslaving|alcohol|drugs|gokken'),
  'quit-smoking': kind('Stoppen met roken', 'Quit smoking', 'stoppen met roken|rookvrij'),
  'dementia-care': kind('Hulp bij dementie', 'Dementia support', 'dementie|alzheimer|geheugen'),
  'carer-support': kind('Steun voor mantelzorgers', 'Support for carers', 'mantelzorg'),
  respite: kind('Even overnemen', 'Respite', 'respijt|logeeropvang|oppas'),
  'day-activity': kind('Dagbesteding', 'Day activity', 'dagbesteding|dagopvang|dagcentrum'),
  buddy: kind('Maatje', 'Buddy', 'maatje|bezoekvriend|buddy|bezoekdienst'),
  'walk-in': kind(
    'Inloop en ontmoeting',
    'Walk-in',
    'inloop|ontmoeting|buurtkamer|buurthuis|huiskamer|koffie',
  ),
  'eat-together': kind('Samen eten', 'Eat together', 'samen eten|eettafel|open tafel|buurtmaaltijd'),
  meals: kind(
    'Maaltijd aan huis',
    'Meals at home',
    'maaltijdservice|tafeltje|maaltijd aan huis|warme maaltijd',
  ),
  transport: kind('Vervoer', 'Transport', 'vervoer|belbus|automaatje|regiotaxi|rijdienst'),
  groceries: kind('Boodschappenhulp', 'Groceries', 'boodschappen'),
  'household-help': kind(
    'Hulp in de huishouding',
    'Household help',
    'huishoudelijke hulp|huishouding|schoonmaak|opruim',
  ),
  'odd-jobs': kind('Klusjes in huis en tuin', 'Odd jobs', 'klus|tuinhulp|tuinonderhoud'),
  'home-care': kind('Thuiszorg', 'Home care', 'thuiszorg|wijkverpleging|wijkverpleeg'),
  aids: kind('Hulpmiddelen', 'Aids', 'hulpmiddelen|rollator|scootmobiel|rolstoel|woningaanpassing|uitleen'),
  alarm: kind('Alarmknop', 'Personal alarm', 'alarmering|alarmknop|personenalarm'),
  exercise: kind('Bewegen', 'Exercise', 'bewegen|beweeg|sport|wandel|gymnastiek|fitness|zwemmen'),
  'fall-course': kind(
    'Stevig blijven staan',
    'Fall prevention',
    'valpreventie|in balans|valrisico|vallen verleden',
  ),
  dietician: kind('Eten en gewicht', 'Food and weight', 'dietist|dieet|gewicht'),
  'lifestyle-coach': kind('Leefstijlcoach', 'Lifestyle coach', 'leefstijl'),
  physio: kind('Fysiotherapie', 'Physiotherapy', 'fysio|oefentherap'),
  'language-course': kind(
    'Taalles',
    'Language lessons',
    'taalles|taalhuis|taalpunt|taalcafe|nt2|lezen en schrijven',
  ),
  'digital-help': kind(
    'Hulp met computer en telefoon',
    'Digital help',
    'digitaal|digitale|digihulp|digid|computer|internet',
  ),
  'work-help': kind(
    'Hulp bij werk',
    'Help with work',
    'werkloket|re-integratie|jobcoach|sollicit|werkplek|werk zoeken',
  ),
  'volunteer-work': kind(
    'Vrijwilligerswerk',
    'Volunteering',
    'vrijwilligerswerk|vrijwilligersvacature|vrijwilligerscentrale',
  ),
  parenting: kind('Hulp bij opvoeden', 'Parenting', 'opvoed|jeugd en gezin|gezinscoach|oudercursus'),
  'youth-work': kind('Jongerenwerk', 'Youth work', 'jongerenwerk|jongerencoach|jongeren'),
  'baby-start': kind(
    'Zwanger en jonge ouders',
    'Pregnancy and young parents',
    'zwanger|kraam|babyspullen|jonge ouders|consultatiebureau',
  ),
  homework: kind('Hulp bij school', 'Help with school', 'huiswerk|bijles|schoolmaatschappelijk'),
  newcomers: kind('Hulp voor nieuwkomers', 'Newcomers', 'vluchteling|nieuwkomer|inburger|statushouder'),
  mediation: kind('Buurtbemiddeling', 'Mediation between neighbours', 'bemiddeling|burenruzie'),
  divorce: kind('Hulp bij scheiden', 'Help with divorce', 'scheiding|scheiden|omgangshuis'),
  meaning: kind('Zin en levensvragen', 'Questions of life', 'zingeving|levensvragen|geestelijk|pastoraal'),
  creative: kind('Muziek, maken en cultuur', 'Creative', 'schilder|muziek|koor|creatief|handwerk|cultuur'),
  'pet-help': kind('Hulp met een huisdier', 'Help with a pet', 'huisdier|dierenbuddy|hondenuitlaat'),
  'living-support': kind(
    'Begeleiding thuis',
    'Support at home',
    'ambulante begeleiding|woonbegeleiding|begeleid wonen|thuisbegeleiding',
  ),
  'sight-hearing': kind('Horen en zien', 'Sight and hearing', 'slechthorend|slechtziend|blinden|doven'),
  'last-phase': kind(
    'Hulp in de laatste tijd',
    'Help in the last phase',
    'laatste levensfase|palliatief|hospice|waken',
  ),
} as const satisfies Record<string, Kind>;

/** The code of a kind of help. */
export type KindCode = keyof typeof KINDS;

/** All codes, in the order of the list. */
export const KIND_CODES = Object.keys(KINDS) as readonly KindCode[];

/** Is this the code of a kind of help? */
export const isKind = (code: string): code is KindCode => Object.hasOwn(KINDS, code);

const signed = (text: string): KindCode[] => {
  const plain = ` ${plainOf(text)}`;
  return KIND_CODES.filter((code) => KINDS[code].signs.some((sign) => plain.includes(` ${plainOf(sign)}`)));
};

/**
 * What kinds of help a service is: the terms it carries; else what its name says; else what it tells about itself. What a
 * service says of others in its text must not make it one of them.
 */
export const kindsOf = (service: {
  readonly terms: readonly string[];
  readonly name: string;
  readonly about: string;
}): readonly KindCode[] => {
  const carried = service.terms.filter(isKind);
  if (carried.length > 0) return [...new Set(carried)];
  const named = signed(service.name);
  return named.length > 0 ? named : signed(service.about);
};
