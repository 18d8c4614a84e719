/** Kinds of help with how services of that kind are called and what they say of themselves. Invented, as a town would have them. */
export const SERVICE_TEXTS: Readonly<Record<string, string>> = {
  'debt-help':
    'Schuldhulp|Budgetcoach thuis|Eerste hulp bij geldzorgen#Een vrijwilliger zet met u alles op een rij en belt zo nodig met uw schuldeisers. Wij kijken ook wat u kunt lenen of uitstellen.',
  'paper-help':
    'Formulierenbrigade|Thuisadministratie|Hulp bij post en papieren#Wij openen samen de post, vullen aanvragen in en leggen een map aan. Ook voor toeslagen en belasting.',
  'income-support':
    'Meedoenregeling|Bijzondere bijstand|Loket inkomen#Voor wie weinig heeft is er soms een bijdrage voor sport, school of onverwachte kosten. Wij rekenen uit of dat voor u geldt.',
  'food-bank':
    'Voedselbank|Voedselhulp in de buurt#Wekelijks een pakket voor huishoudens die onder de norm leven. U haalt het op bij een uitgiftepunt.',
  'goods-bank':
    'Kledingbank|Weggeefwinkel|Kringloop met hart#Kleding, speelgoed en meubels voor een klein bedrag of voor niets. Neem een verwijsbrief mee.',
  'energy-help':
    'Energiecoach|Fixteam energie#Wij komen langs met radiatorfolie en tochtstrips en lezen samen de jaarafrekening.',
  'legal-aid':
    'Juridisch spreekuur|Rechtswinkel|Sociaal raadslieden#Gratis advies over contracten, besluiten van instanties en conflicten. Een jurist leest uw stukken.',
  'housing-help':
    'Woonadvies|Huurteam|Spreekuur huisvesting#Wij helpen met inschrijven, urgentie en gesprekken met de verhuurder.',
  shelter:
    'Nachtopvang|Opvang voor daklozen|Crisisopvang#Een bed, een douche en een ontbijt. Een begeleider zoekt met u naar een vaste plek.',
  'safe-home':
    'Veilig Thuis|Steunpunt huiselijk geweld#Dag en nacht advies als het thuis niet veilig is. Bellen kan ook zonder uw naam te noemen.',
  'victim-support':
    'Slachtofferhulp|Steun na een misdrijf#Hulp na een misdrijf of ernstige gebeurtenis: een gesprek, papieren en mee naar de politie.',
  'social-work':
    'Algemeen maatschappelijk werk|Sociaal wijkteam|Welzijnscoach#Korte gesprekken over wat er speelt, thuis, met elkaar of met instanties. Samen een plan maken.',
  'client-support':
    'Onafhankelijke cliëntondersteuning|Cliëntondersteuner in de wijk#Iemand die naast u staat bij gesprekken met de gemeente of het zorgkantoor en de weg kent.',
  'gp-nurse':
    'Praktijkondersteuner van de huisarts|POH-GGZ spreekuur#Een paar gesprekken in de huisartsenpraktijk over klachten van het hoofd. De huisarts verwijst.',
  'mental-health':
    'Psycholoog in de buurt|GGZ behandelcentrum|Psychische zorg dichtbij#Behandeling bij angst, dwang, trauma en depressie, na een verwijzing.',
  'crisis-line':
    'Luisterlijn|Telefonische hulpdienst|Lijn voor zelfmoordpreventie#Dag en nacht bereikbaar, per telefoon en chat. U hoeft uw naam niet te noemen.',
  'sleep-course':
    'Slaapcursus|Beter slapen in zes weken|Slaapspreekuur#Zes bijeenkomsten over ritme, rust en wat u zelf kunt doen voor een betere nacht.',
  'stress-course':
    'Minder piekeren|Cursus omgaan met stress|Mindfulness voor beginners#Oefeningen voor rust in lijf en hoofd, in een kleine groep.',
  'grief-group':
    'Rouwgroep|Verlies delen|Gespreksgroep na verlies#Acht avonden voor wie een naaste mist, met een begeleider die dat kent.',
  'peer-group':
    'Zelfhulpgroep|Lotgenotencontact|Herstelacademie#Mensen met dezelfde ervaring ontmoeten elkaar. Geen behandeling, wel begrip.',
  addiction:
    'Verslavingszorg|Preventie alcohol en drugs|Inloopspreekuur verslaving#Advies en behandeling bij gebruik dat uit de hand loopt, ook voor naasten.',
  'quit-smoking':
    'Rookvrij in zes weken|Groepscursus stoppen met roken#Samen stoppen met een coach. De verzekering betaalt een keer per jaar.',
  'dementia-care':
    'Casemanager dementie|Alzheimer Café|Geheugensteunpunt#Voor mensen die van alles kwijtraken en voor hun naasten: uitleg, een vaste begeleider en ontmoeting.',
  'carer-support':
    'Steunpunt mantelzorg|Mantelzorgconsulent#Voor wie langdurig voor een naaste zorgt: een luisterend gesprek, regelingen en een middag voor uzelf.',
  respite:
    'Respijthuis|Logeeropvang|Vrijwillige oppas thuis#Wij nemen het een dag, een nacht of een week over, zodat de mantelzorger op adem komt.',
  'day-activity':
    'Dagbesteding op de boerderij|Dagcentrum|Dagopvang ouderen#Een vaste plek om een paar dagen in de week te werken, te maken en te eten, met begeleiding.',
  buddy:
    'Maatjesproject|Bezoekvrienden|Buddy voor een jaar#Een vrijwilliger komt elke week een uur voor koffie, een wandeling of een spelletje.',
  'walk-in':
    'Buurtkamer|Inloop in het buurthuis|Koffieochtend|Ontmoetingsplek#De deur staat open, de koffie is klaar. U hoeft zich niet aan te melden.',
  'eat-together':
    'Samen eten in de buurt|Open tafel|Buurtmaaltijd#Drie gangen voor een klein bedrag, aan een lange tafel met buurtgenoten.',
  meals:
    'Maaltijdservice|Tafeltje dek je|Warme maaltijd aan huis#Elke dag vers of voor een week in de koelkast, ook met dieet.',
  transport:
    'Automaatje|Belbus|Rijdienst van vrijwilligers#Een vrijwilliger rijdt u met de eigen auto naar arts of familie voor een kleine vergoeding.',
  groceries:
    'Boodschappendienst|Boodschappenbus#Wij halen uw boodschappen of gaan samen, met de bus vanaf uw deur.',
  'household-help':
    'Huishoudelijke hulp|Schoonmaak met zorg|Opruimcoach#Hulp bij ramen, vloeren en was, via de gemeente of op eigen kosten.',
  'odd-jobs':
    'Klussendienst|Tuinhulp|Klusteam van vrijwilligers#Een kraan, een lamp, een heg: kleine karweitjes voor wie het zelf niet meer kan.',
  'home-care':
    'Wijkverpleging|Thuiszorg in de wijk#Verpleegkundigen die bij u langskomen voor persoonlijke verzorging en medische handelingen.',
  aids: 'Uitleen hulpmiddelen|Loket woningaanpassing|Scootmobielpool#Rollators, rolstoelen en krukken te leen, en advies over drempels en beugels.',
  alarm:
    'Personenalarmering|Alarmknop thuis#Een knop om de hals of pols; dag en nacht is er iemand die opneemt en komt.',
  exercise:
    'Wandelgroep|Sportief ouder worden|Beweegcoach|Zwemmen voor iedereen#In eigen tempo bewegen met anderen. Proefles zonder kosten.',
  'fall-course':
    'In Balans|Valpreventie|Vallen verleden tijd#Twaalf lessen om sterker en zekerder op de been te zijn.',
  dietician:
    'Diëtist in de buurt|Spreekuur voeding en gewicht#Advies op maat over eten bij ziekte, te zwaar of te licht.',
  'lifestyle-coach':
    'Leefstijlcoach|Leefstijlgroep GLI#Twee jaar begeleiding in een groep bij eten, bewegen en nieuwe gewoontes.',
  physio: 'Fysiotherapie|Oefentherapie#Behandeling en oefeningen voor gewrichten, houding en herstel.',
  'language-course':
    'Taalhuis|Taalcafé|NT2 in de buurt|Lezen en schrijven#Oefenen met een vrijwilliger of in een groep, in uw eigen tempo.',
  'digital-help':
    'Digihulp|Computerinloop|Spreekuur DigiD#Neem uw apparaat mee. Wij kijken mee tot het lukt.',
  'work-help':
    'Werkloket|Jobcoach|Sollicitatietraining#Gesprekken over wat u kunt, een goede brief en kennismaken met werkgevers.',
  'volunteer-work':
    'Vrijwilligerscentrale|Vrijwilligersvacaturebank#Wij zoeken met u een plek waar uw handen of hoofd gevraagd worden.',
  parenting:
    'Centrum Jeugd en Gezin|Oudercursus|Opvoedspreekuur#Vragen over kinderen van nul tot achttien; gesprekken, cursussen en hulp aan huis.',
  'youth-work':
    'Jongerenwerk|Jongerencoach|Jongerencentrum#Voor twaalf tot drieëntwintig jaar: iemand die meeloopt, activiteiten en een eigen plek.',
  'baby-start':
    'Zwanger en dan|Babyspullenbank|Consultatiebureau#Voor aanstaande en jonge ouders: spulletjes, controles en een ervaren moeder naast u.',
  homework:
    'Huiswerkbegeleiding|Bijles in de bibliotheek#Studenten helpen leerlingen na schooltijd, twee middagen per week.',
  newcomers:
    'Vluchtelingenwerk|Wegwijs voor nieuwkomers|Inburgering met een maatje#Begeleiding van statushouders bij wonen, leren en kennismaken met de buurt.',
  mediation:
    'Buurtbemiddeling|Bemiddeling bij burenruzie#Twee vrijwilligers luisteren naar beide kanten en brengen u aan tafel.',
  divorce:
    'Scheidingsspreekuur|Omgangshuis|Scheiden met kinderen#Advies over afspraken, kinderen en het huis, en een neutrale plek voor bezoek.',
  meaning:
    'Centrum voor levensvragen|Geestelijk verzorger thuis|Gespreksgroep zingeving#Een gesprek over wat er echt toe doet, voor wie gelooft en voor wie dat niet doet.',
  creative:
    'Schilderclub|Buurtkoor|Muziek voor iedereen|Handwerkcafé#Samen iets moois maken. Ervaring is niet nodig.',
  'pet-help':
    'Dierenbuddy|Hondenuitlaatdienst van vrijwilligers#Hulp bij het verzorgen van uw dier als u ziek bent of weinig geld hebt.',
  'living-support':
    'Ambulante begeleiding|Begeleid wonen|Thuisbegeleiding#Een vaste begeleider helpt bij post, afspraken, huis en dagritme.',
  'sight-hearing':
    'Slechthorenden in de buurt|Adviespunt slechtzienden#Oefenen, hulpmiddelen proberen en anderen ontmoeten met hetzelfde probleem.',
  'last-phase':
    'Vrijwilligers laatste levensfase|Hospice|Waken aan bed#Vrijwilligers zijn er voor u en uw naasten als beter worden niet meer kan.',
};
