import { type Need, need } from './need.ts';

/** Needs about money, papers, a home and what happens there. */
export const HOME_NEEDS: readonly Need[] = [
  need(
    'debts',
    ['schulden', 'debts'],
    'schuld|schulden|incasso|deurwaarder|rekeningen betalen|betalingsachterstand|rood staan|aanmaning|lening|afbetalen|beslag op loon',
    { 'debt-help': 3, 'paper-help': 2, 'income-support': 2, 'social-work': 1, 'legal-aid': 1 },
  ),
  need(
    'short-of-money',
    ['te weinig geld', 'too little money'],
    'geld|rondkomen|niet rond|geldzorgen|arm|armoede|weinig geld|geld tekort|einde maand|budget|blut|platzak|te duur',
    {
      'debt-help': 3,
      'income-support': 3,
      'food-bank': 2,
      'paper-help': 2,
      'goods-bank': 1,
      'social-work': 1,
    },
  ),
  need(
    'food',
    ['niet genoeg te eten', 'not enough food'],
    'honger|geen eten|eten kopen|voedselpakket|voedselbank|gratis eten|eten betalen',
    { 'food-bank': 3, 'eat-together': 2, 'debt-help': 2, 'income-support': 2 },
  ),
  need(
    'clothes',
    ['kleding of spullen', 'clothes or goods'],
    'kleding|kleren|meubels|spullen|winterjas|gratis meubels|schoenen|wasmachine kapot|bed kopen',
    { 'goods-bank': 3, 'income-support': 2, 'food-bank': 1 },
  ),
  need(
    'energy-bill',
    ['energierekening', 'energy bill'],
    'energie rekening|gas en licht|stookkosten|kou in huis|energierekening|stroom afgesloten|tocht|schimmel|verwarming|isoleren',
    { 'energy-help': 3, 'debt-help': 2, 'housing-help': 1, 'income-support': 1 },
  ),
  need(
    'papers',
    ['post en formulieren', 'post and forms'],
    'papieren|formulier|formulieren|post|brieven|brief|administratie|belastingaangifte|belasting|toeslagen|toeslag aanvragen|kwijtschelding',
    { 'paper-help': 3, 'legal-aid': 1, 'debt-help': 1, 'client-support': 1 },
  ),
  need(
    'benefit',
    ['uitkering', 'benefits'],
    'uitkering|bijstand|uwv|wajong|aow|bijzondere bijstand|wia|stadspas|vergoeding',
    { 'income-support': 3, 'paper-help': 2, 'work-help': 1, 'legal-aid': 2 },
  ),
  need(
    'law',
    ['recht en regels', 'law and rules'],
    'advocaat|juridisch|rechten|bezwaar maken|rechtbank|contract|ontslagen|recht op|geschil|boete',
    { 'legal-aid': 3, 'client-support': 2, 'paper-help': 1 },
  ),
  need(
    'housing',
    ['een woning', 'a home'],
    'woning|ander huis|nieuw huis|woonruimte|verhuizen|huurhuis|kamer zoeken|urgentie|woningnood|huisbaas|huur te hoog',
    { 'housing-help': 3, 'social-work': 1, 'legal-aid': 1 },
  ),
  need(
    'eviction',
    ['dreigt het huis uit te moeten', 'eviction'],
    'huisuitzetting|ontruiming|huis uit gezet|huurachterstand|huur betalen|uit huis gezet|huis kwijt',
    { 'debt-help': 3, 'housing-help': 3, 'legal-aid': 2, shelter: 2, 'social-work': 2 },
  ),
  need(
    'homeless',
    ['geen dak boven het hoofd', 'no roof'],
    'dakloos|op straat|slaapplek|slaapplaats|thuisloos|dak boven hoofd|nergens slapen|bankslapen',
    { shelter: 3, 'social-work': 2, 'housing-help': 2 },
  ),
  need(
    'violence',
    ['geweld thuis', 'violence at home'],
    'geweld|slaan|slaat|mishandeling|mishandeld|bang thuis|bang voor man|bang partner|bedreigd|stalking|seksueel misbruik|ruzie thuis',
    { 'safe-home': 3, shelter: 2, 'victim-support': 2, 'crisis-line': 1, 'social-work': 1 },
  ),
  need(
    'victim',
    ['iets ergs meegemaakt', 'something bad happened'],
    'slachtoffer|aangifte|overval|beroofd|oplichting|opgelicht|ongeluk|aanranding|inbraak',
    { 'victim-support': 3, 'mental-health': 2, 'legal-aid': 1 },
  ),
];
