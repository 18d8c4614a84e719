import { type Need, need } from './need.ts';

/** Needs about a body that will not, caring for others and the work of a day. */
export const DAILY_NEEDS: readonly Need[] = [
  need(
    'memory',
    ['vergeetachtig', 'memory'],
    'vergeetachtig|dementie|alzheimer|geheugen|verward|vergeten|dement|vergeet dingen|dwalen',
    { 'dementia-care': 3, 'carer-support': 2, 'day-activity': 2, 'gp-nurse': 2, respite: 1 },
  ),
  need(
    'caring',
    ['zorgen voor een ander', 'caring for somebody'],
    'mantelzorg|mantelzorger|zorg voor man|zorg voor vrouw|zorgen voor moeder|zorgen voor vader|zorg voor ouders|zieke partner|zorg moeder|zorg zwaar',
    { 'carer-support': 3, respite: 3, 'home-care': 1, 'peer-group': 1, buddy: 1 },
  ),
  need(
    'break',
    ['even vrij van zorgen voor een ander', 'a break from caring'],
    'respijt|vrij van zorg|overnemen|vakantie mantelzorger|neemt zorgen over|zorgen over|oppas man|oppas voor moeder|zorg overnemen|dagje weg',
    { respite: 3, 'day-activity': 2, 'carer-support': 2 },
  ),
  need(
    'meals',
    ['koken lukt niet', 'cannot cook'],
    'koken|maaltijd|maaltijden|warm eten|eten aan huis|eten bezorgen|tafeltje dekje|kok',
    { meals: 3, 'eat-together': 3, groceries: 1, 'household-help': 1 },
  ),
  need(
    'eat-together',
    ['samen eten', 'eating together'],
    'samen eten|alleen eten|eettafel|gezellig eten|aanschuiven|mee eten',
    { 'eat-together': 3, 'walk-in': 2, buddy: 1, meals: 1 },
  ),
  need(
    'groceries',
    ['boodschappen doen', 'groceries'],
    'boodschappen|winkel|supermarkt|boodschappen tillen|boodschappen doen',
    { groceries: 3, transport: 2, buddy: 1, meals: 1 },
  ),
  need(
    'transport',
    ['ergens komen', 'getting somewhere'],
    'vervoer|rijden|ziekenhuis komen|taxi|bus|auto|brengen|ophalen|rijbewijs|wegkomen|meerijden',
    { transport: 3, buddy: 1, aids: 1 },
  ),
  need(
    'household',
    ['het huishouden', 'the household'],
    'huishouden|schoonmaken|poetsen|stofzuigen|ramen lappen|schoonmaak|huishoudelijke|strijken|wassen kleding',
    { 'household-help': 3, 'client-support': 1, 'home-care': 1 },
  ),
  need(
    'mess',
    ['rommel in huis', 'clutter'],
    'rommel|opruimen|vol huis|verzamelen|hoarding|vervuild|vervuiling|chaos huis',
    { 'household-help': 3, 'living-support': 3, 'social-work': 2 },
  ),
  need(
    'odd-jobs',
    ['een klusje', 'an odd job'],
    'klus|klusje|tuin|lamp ophangen|gras maaien|repareren|lekkende kraan|klusjesman|heg knippen|schilderen huis|meubel in elkaar',
    { 'odd-jobs': 3, 'household-help': 1 },
  ),
  need(
    'care-at-home',
    ['verzorging thuis', 'care at home'],
    'wassen aankleden|steunkousen|thuiszorg|verzorging|wondzorg|douchen|medicijnen geven|wijkverpleging|verpleging|aankleden',
    { 'home-care': 3, 'carer-support': 1, 'client-support': 1 },
  ),
  need(
    'aids',
    ['een hulpmiddel', 'an aid'],
    'rollator|rolstoel|scootmobiel|traplift|hulpmiddel|hulpmiddelen|beugel|aanpassing woning|trap lopen|krukken|badkamer aanpassen',
    { aids: 3, 'client-support': 2, physio: 1 },
  ),
  need(
    'alarm',
    ['snel iemand kunnen roepen', 'calling for help'],
    'alarm|alarmknop|noodknop|alarmering|roepen gevallen|knop om nek',
    { alarm: 3, 'home-care': 1, 'fall-course': 1 },
  ),
  need(
    'falling',
    ['bang om te vallen', 'afraid to fall'],
    'vallen|gevallen|evenwicht|val|struikelen|wankel|balans|valangst|onvast',
    { 'fall-course': 3, physio: 2, exercise: 2, alarm: 1, aids: 1 },
  ),
  need(
    'moving',
    ['meer bewegen', 'moving more'],
    'bewegen|sporten|sport|wandelen|fit|conditie|gym|zwemmen|fietsen|wandelclub|fitter',
    { exercise: 3, 'lifestyle-coach': 2, physio: 1, 'walk-in': 1 },
  ),
  need(
    'pain',
    ['pijn of stijf', 'pain'],
    'pijn|rug|knie|stijf|artrose|rugpijn|nek|schouder|spieren|chronische pijn',
    { physio: 3, exercise: 2, 'gp-nurse': 2, 'peer-group': 1 },
  ),
  need(
    'weight',
    ['afvallen en eten', 'weight'],
    'afvallen|gewicht|overgewicht|dieet|te dik|gezond eten|obesitas|ondergewicht|suikerziekte|diabetes|kilo kwijt',
    { dietician: 3, 'lifestyle-coach': 3, exercise: 2 },
  ),
];
