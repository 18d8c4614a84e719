import { type Need, need } from './need.ts';

/** Needs about learning, work, children, neighbours and living with others. */
export const LIVING_NEEDS: readonly Need[] = [
  need(
    'language',
    ['Nederlands leren', 'learning Dutch'],
    'nederlands leren|taal|taalles|lezen en schrijven|lezen|schrijven|laaggeletterd|nederlandse les|spreek geen nederlands|analfabeet',
    { 'language-course': 3, newcomers: 2, 'paper-help': 1, 'walk-in': 1 },
  ),
  need(
    'digital',
    ['computer of telefoon', 'computer or telephone'],
    'computer|internet|digid|tablet|laptop|mobiel|smartphone|telefoon instellen|app|wachtwoord|online|email|printen',
    { 'digital-help': 3, 'paper-help': 2, 'language-course': 1 },
  ),
  need(
    'work',
    ['werk vinden', 'finding work'],
    'werk|baan|werkloos|solliciteren|cv|vacature|ontslag|werkzoekend|baan kwijt|terug aan werk|sollicitatie',
    { 'work-help': 3, 'volunteer-work': 2, 'income-support': 2, 'legal-aid': 1 },
  ),
  need(
    'volunteering',
    ['iets voor een ander doen', 'doing something for others'],
    'vrijwilliger|vrijwilligerswerk|iets betekenen|anderen helpen|vrijwilligers',
    { 'volunteer-work': 3, buddy: 1, 'walk-in': 1 },
  ),
  need(
    'parenting',
    ['opvoeden', 'raising children'],
    'opvoeden|opvoeding|kind luistert|kinderen lastig|puber|peuter|driftig|moeilijk kind|ouderschap|boos kind|kind gedrag|dochter luistert|zoon luistert|moeilijk gedrag',
    { parenting: 3, 'youth-work': 1, 'peer-group': 1, 'social-work': 1 },
  ),
  need(
    'youth',
    ['jong en vastgelopen', 'young and stuck'],
    'jongere|jongeren|hangjongeren|tiener|spijbelt|thuiszitter|rondhangen|zoon van straat|foute vrienden',
    { 'youth-work': 3, parenting: 2, homework: 1, 'work-help': 1 },
  ),
  need(
    'school',
    ['school', 'school'],
    'school|huiswerk|bijles|gepest|pesten|leren lukt|leerachterstand|schoolverzuim|schoolspullen',
    { homework: 3, 'youth-work': 2, parenting: 2, 'income-support': 1 },
  ),
  need(
    'baby',
    ['zwanger of een baby', 'pregnant or a baby'],
    'zwanger|baby|kraamzorg|bevallen|babyspullen|zwangerschap|huilbaby|luiers|jonge moeder|pasgeboren',
    { 'baby-start': 3, parenting: 2, 'goods-bank': 1 },
  ),
  need(
    'newcomer',
    ['nieuw in Nederland', 'new in the Netherlands'],
    'vluchteling|asiel|verblijfsvergunning|inburgeren|inburgering|statushouder|nieuw nederland|oekraine|gezinshereniging',
    { newcomers: 3, 'language-course': 3, 'legal-aid': 2, 'paper-help': 1 },
  ),
  need(
    'neighbours',
    ['ruzie met de buren', 'trouble with neighbours'],
    'buren|overlast|burenruzie|geluidsoverlast|buurman|buurvrouw|herrie|lawaai',
    { mediation: 3, 'housing-help': 1, 'legal-aid': 1 },
  ),
  need(
    'divorce',
    ['uit elkaar gaan', 'splitting up'],
    'scheiden|scheiding|uit elkaar|ex partner|omgangsregeling|ex man|ex vrouw|alimentatie|co ouderschap|gescheiden',
    { divorce: 3, 'legal-aid': 2, 'social-work': 2, parenting: 1, 'housing-help': 1 },
  ),
  need(
    'relation',
    ['problemen in relatie of gezin', 'trouble in relation or family'],
    'relatie|relatieproblemen|huwelijk|ruzie partner|ruzie kinderen|familie ruzie|gezin|contact verbroken|relatietherapie',
    { 'social-work': 3, divorce: 2, 'safe-home': 1, 'mental-health': 1 },
  ),
  need(
    'making',
    ['iets maken of muziek', 'making things or music'],
    'schilderen|muziek|zingen|koor|handwerken|breien|knutselen|toneel|hobby|cursus tekenen|creatief|gitaar',
    { creative: 3, 'walk-in': 2, 'day-activity': 1 },
  ),
  need(
    'pet',
    ['zorg voor een huisdier', 'care of a pet'],
    'hond|kat|huisdier|hond uitlaten|dierenarts|poes|dier verzorgen',
    { 'pet-help': 3, buddy: 1, 'income-support': 1 },
  ),
  need(
    'living-alone',
    ['zelfstandig wonen lukt niet', 'living alone does not work'],
    'begeleiding|zelfstandig wonen|begeleid wonen|autisme|adhd|verstandelijke beperking|lvb|begeleider|dagelijks leven|beperking',
    { 'living-support': 3, 'client-support': 2, 'day-activity': 2, 'social-work': 1 },
  ),
  need(
    'wmo',
    ['zorg regelen', 'arranging care'],
    'wmo|indicatie|zorg regelen|zorg aanvragen|wlz|pgb|keukentafelgesprek|ciz|zorg kiezen|weg in zorg|onafhankelijk advies',
    { 'client-support': 3, 'social-work': 2, 'paper-help': 1, 'home-care': 1 },
  ),
  need(
    'senses',
    ['slecht zien of horen', 'sight or hearing'],
    'slechtziend|blind|slechthorend|doof|gehoor|ogen slecht|gehoorapparaat|zien slecht|horen slecht|oren',
    { 'sight-hearing': 3, aids: 2, 'peer-group': 1 },
  ),
  need(
    'dying',
    ['ernstig ziek, de laatste tijd', 'the last phase'],
    'sterven|ongeneeslijk|palliatief|hospice|laatste fase|terminaal|doodgaan|uitbehandeld|waken',
    { 'last-phase': 3, 'home-care': 2, meaning: 2, 'carer-support': 1 },
  ),
];
