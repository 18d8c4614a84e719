import { type Need, need } from './need.ts';

/** Needs about how somebody feels, what they lost and what they miss. */
export const SELF_NEEDS: readonly Need[] = [
  need(
    'sleep',
    ['slecht slapen', 'bad sleep'],
    'slapen|slaap|slapeloos|wakker liggen|lig wakker|nachtrust|doorslapen|inslapen|insomnia',
    { 'sleep-course': 3, 'gp-nurse': 3, 'stress-course': 2, 'debt-help': 2, buddy: 1, 'social-work': 1 },
  ),
  need(
    'lonely',
    ['eenzaam', 'lonely'],
    'eenzaam|alleen voelen|eenzaamheid|niemand om te praten|aanspraak|gezelschap|geen vrienden|vrienden maken|contact mensen|mensen leren kennen|geen bezoek|nooit bezoek|praatje|maatje|bezoekvriend|iemand om mee te|samen wandelen',
    { buddy: 3, 'walk-in': 3, 'eat-together': 2, creative: 1, 'volunteer-work': 1, exercise: 1, meaning: 1 },
  ),
  need(
    'bored',
    ['iets om handen hebben', 'something to do'],
    'verveel|vervelen|verveling|dag invullen|om handen|structuur|dagen lang|bezigheid|dagbesteding|zinvol bezig|achter geraniums',
    { 'day-activity': 3, 'volunteer-work': 3, 'walk-in': 2, creative: 2, exercise: 1 },
  ),
  need(
    'gloomy',
    ['somber', 'low mood'],
    'somber|depressie|depressief|verdrietig|huilen|nergens zin|lusteloos|down|in een put|in de put|neerslachtig|donkere gedachten|somberheid',
    {
      'gp-nurse': 3,
      'mental-health': 3,
      'peer-group': 2,
      buddy: 1,
      exercise: 1,
      'crisis-line': 1,
      'social-work': 1,
    },
  ),
  need(
    'despair',
    ['niet meer willen leven', 'does not want to live'],
    'zelfmoord|zelfdoding|wil dood|dood willen|suicide|niet meer leven|einde maken|113',
    { 'crisis-line': 3, 'mental-health': 3, 'gp-nurse': 2 },
  ),
  need(
    'anxious',
    ['angst of paniek', 'anxiety'],
    'angst|angstig|paniek|paniekaanval|bang|zenuwachtig|durf huis uit|straat op durven|pleinvrees|hyperventilatie',
    { 'gp-nurse': 3, 'mental-health': 3, 'stress-course': 2, 'peer-group': 2, 'safe-home': 1 },
  ),
  need(
    'stress',
    ['stress en spanning', 'stress'],
    'stress|gespannen|spanning|burnout|burn out|overspannen|druk hoofd|opgebrand|te druk|overbelast|ontspannen',
    { 'stress-course': 3, 'gp-nurse': 3, 'social-work': 2, 'debt-help': 1, exercise: 1, 'sleep-course': 1 },
  ),
  need(
    'worry',
    ['piekeren', 'worrying'],
    'piekeren|pieker|malen|zorgen maken|hoofd stil|gedachten stoppen|tobben',
    { 'stress-course': 3, 'gp-nurse': 3, 'sleep-course': 2, 'debt-help': 1, meaning: 1 },
  ),
  need(
    'grief',
    ['verlies en rouw', 'grief'],
    'rouw|overleden|overlijden|man verloren|vrouw verloren|weduwe|weduwnaar|verlies|verdriet dood|kind verloren|dood gegaan|gestorven|uitvaart',
    { 'grief-group': 3, meaning: 2, 'peer-group': 2, buddy: 1, 'gp-nurse': 1, 'walk-in': 1 },
  ),
  need(
    'meaning',
    ['waar doe ik het voor', 'meaning of life'],
    'zin leven|zingeving|levensvragen|nut|geloof|waarvoor leef|dominee|pastor|imam|doel in leven',
    { meaning: 3, 'volunteer-work': 2, 'walk-in': 1, buddy: 1 },
  ),
  need(
    'alcohol',
    ['drank of drugs', 'alcohol or drugs'],
    'alcohol|drinken|drank|drugs|blowen|wiet|cocaine|verslaafd|verslaving|zuipen|afkicken|pillen',
    { addiction: 3, 'peer-group': 2, 'gp-nurse': 2, 'mental-health': 1 },
  ),
  need(
    'gambling',
    ['gokken of gamen', 'gambling or gaming'],
    'gokken|gokverslaving|casino|gamen|gameverslaving|online gokken|telefoonverslaving|loterij',
    { addiction: 3, 'debt-help': 2, 'peer-group': 1 },
  ),
  need(
    'smoking',
    ['stoppen met roken', 'quit smoking'],
    'roken|stoppen roken|sigaret|sigaretten|vapen|nicotine|rookvrij',
    { 'quit-smoking': 3, 'lifestyle-coach': 2, 'gp-nurse': 1 },
  ),
  need(
    'talk',
    ['met iemand praten', 'talking to somebody'],
    'praten|iemand spreken|luisterend oor|luisteren|hart luchten|gesprek|vertellen',
    { 'social-work': 3, 'crisis-line': 3, buddy: 2, meaning: 2, 'walk-in': 2, 'gp-nurse': 1 },
  ),
];
