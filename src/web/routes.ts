/** One address of the app and the page behind it. */
export interface Address {
  readonly path: string;
  /** File under src/web whose export has the name of the file. */
  readonly file: string;
  /** Catalogue of texts that comes with the page; more than one when it shows parts of another page. */
  readonly texts: string | readonly string[];
  /** Reachable without a session: help, the message link of a ward, the gallery. */
  readonly open?: boolean;
  /** Without rail and bars. */
  readonly bare?: boolean;
}

const ADDRESSES: readonly Address[] = [
  { path: '/bord', file: './tower/board/BoardPage.tsx', texts: 'board' },
  { path: '/aanvraag', file: './rooms/placement/request/RequestPage.tsx', texts: ['request', 'triage'] },
  {
    path: '/aanvragen',
    file: './rooms/placement/mine/MinePage.tsx',
    texts: [
      'mine',
      'request',
      'answers',
      'facts',
      'triage',
      'own-door',
      'consent',
      'emergency',
      'return',
      'patient-handover',
      'conversation',
    ],
  },
  {
    path: '/aanvragen/$id',
    file: './rooms/placement/mine/MinePage.tsx',
    texts: [
      'mine',
      'request',
      'answers',
      'facts',
      'triage',
      'own-door',
      'consent',
      'emergency',
      'return',
      'patient-handover',
      'conversation',
    ],
  },
  {
    path: '/loket',
    file: './tower/desk/DeskPage.tsx',
    texts: ['desk', 'next-move', 'alerts', 'request', 'answers', 'facts', 'triage', 'own-door', 'consent'],
  },
  { path: '/loket/overdracht', file: './tower/desk/HandoverPage.tsx', texts: ['handover', 'desk'] },
  {
    path: '/afdeling/$unitId',
    file: './tower/ward/WardPage.tsx',
    texts: ['ward', 'next-move', 'stay', 'facts', 'patient-handover'],
  },
  { path: '/afdeling/$unitId/rooster', file: './tower/ward/RosterPage.tsx', texts: 'roster' },
  {
    path: '/verblijf',
    file: './rooms/stay/list/StaysPage.tsx',
    texts: ['stay', 'return', 'patient-handover'],
  },
  {
    path: '/verblijf/$stayId',
    file: './rooms/stay/page/StayPage.tsx',
    texts: ['stay', 'observation', 'return', 'family', 'patient-handover', 'triage'],
  },
  {
    path: '/overdracht/$id',
    file: './rooms/stay/handover/HandoverPage.tsx',
    texts: 'patient-handover',
  },
  { path: '/advies', file: './rooms/placement/consult/AdvicePage.tsx', texts: ['triage', 'request'] },
  { path: '/klopt-nog', file: './tower/ward/ConfirmPage.tsx', texts: 'ward', bare: true },
  {
    path: '/k/$token',
    file: './tower/ward/LinkPage.tsx',
    texts: ['link', 'ward'],
    open: true,
    bare: true,
  },
  {
    path: '/vertrek',
    file: './tower/departures/DeparturesPage.tsx',
    texts: ['departures', 'stay'],
  },
  {
    path: '/wachttijd',
    file: './tower/waiting/WaitingPage.tsx',
    texts: ['waiting', 'desk', 'referral'],
  },
  { path: '/vooruit/terug', file: './tower/history/HistoryPage.tsx', texts: 'history' },
  { path: '/afspraken', file: './rooms/region/agreement/AgreementPage.tsx', texts: 'agreement' },
  { path: '/afspraken/verblijf', file: './rooms/stay/pathways/PathwaysPage.tsx', texts: 'pathways' },
  {
    path: '/sociale-kaart',
    file: './rooms/social/map/SocialMapPage.tsx',
    texts: 'social-map',
    open: true,
  },
  {
    path: '/sociale-kaart/$id',
    file: './rooms/social/map/ServicePage.tsx',
    texts: 'social-map',
    open: true,
  },
  {
    path: '/vraag',
    file: './rooms/social/ask/FirstQuestionPage.tsx',
    texts: ['first-question', 'social-map'],
    open: true,
  },
  {
    path: '/verwijzen/$serviceId',
    file: './rooms/social/refer/ReferPage.tsx',
    texts: ['referral', 'social-map'],
  },
  { path: '/verwijzingen', file: './rooms/social/refer/SentPage.tsx', texts: ['referral', 'helper'] },
  { path: '/binnengekomen', file: './rooms/social/inbox/InboxPage.tsx', texts: 'referral' },
  { path: '/openbaar', file: './tower/open/OpenPage.tsx', texts: 'open', open: true },
  { path: '/koppelingen', file: './rooms/links/webhooks/LinksPage.tsx', texts: 'links' },
  {
    path: '/ziekenhuis',
    file: './rooms/capacity/hospital/HospitalPage.tsx',
    texts: ['hospital', 'departures'],
  },
  { path: '/wijk', file: './rooms/capacity/teams/TeamsPage.tsx', texts: 'teams' },
  {
    path: '/uitnodiging',
    file: './rooms/accounts/invited/InvitedPage.tsx',
    texts: 'accounts',
    open: true,
    bare: true,
  },
  { path: '/account', file: './rooms/accounts/own/AccountPage.tsx', texts: 'accounts' },
  { path: '/gebruikers', file: './rooms/accounts/users/UsersPage.tsx', texts: 'accounts' },
  {
    path: '/thuiskamer',
    file: './rooms/day-treatment/week/WeekPage.tsx',
    texts: 'day-treatment',
  },
  {
    path: '/thuiskamer/bezetting',
    file: './rooms/day-treatment/staff/StaffPage.tsx',
    texts: ['day-staff', 'day-treatment'],
  },
  {
    path: '/thuiskamer/cijfers',
    file: './rooms/day-treatment/figures/FiguresPage.tsx',
    texts: ['day-figures', 'day-treatment'],
  },
  {
    path: '/thuiskamer/kamer',
    file: './rooms/day-treatment/room/RoomPage.tsx',
    texts: ['day-room', 'day-treatment'],
  },
  {
    path: '/thuiskamer/groei',
    file: './rooms/day-treatment/growth/GrowthPage.tsx',
    texts: ['day-growth', 'day-treatment'],
  },
  {
    path: '/thuiskamer/lijst',
    file: './rooms/day-treatment/list/MoveListPage.tsx',
    texts: ['day-growth', 'day-treatment'],
  },
  { path: '/thuiskamer/dag', file: './rooms/day-treatment/day/DayPage.tsx', texts: 'day-list', bare: true },
  {
    path: '/thuiskamer/afspraak',
    file: './rooms/day-treatment/moment/MomentPage.tsx',
    texts: ['day-moment', 'own'],
    open: true,
    bare: true,
  },
  { path: '/opdrachten', file: './rooms/day-treatment/orders/OrdersPage.tsx', texts: 'orders' },
  {
    path: '/opdrachten/nieuw',
    file: './rooms/day-treatment/orders/NewOrderPage.tsx',
    texts: ['orders', 'request'],
  },
  {
    path: '/opdrachten/$id',
    file: './rooms/day-treatment/orders/OrderPage.tsx',
    texts: ['orders', 'request', 'day-list'],
  },
  {
    path: '/afspraken/behandelingen',
    file: './rooms/day-treatment/treatments/TreatmentsPage.tsx',
    texts: 'treatments',
  },
  {
    path: '/terugkerend',
    file: './rooms/cases/recurring/RecurringPage.tsx',
    texts: ['recurring', 'cases', 'request', 'conversation', 'own-door'],
  },
  {
    path: '/gesprek',
    file: './rooms/social/conversation/ConversationPage.tsx',
    texts: ['conversation', 'network'],
  },
  {
    path: '/gesprek/$id',
    file: './rooms/social/conversation/ConversationPage.tsx',
    texts: ['conversation', 'network'],
  },
  { path: '/samen', file: './rooms/cases/page/CasePage.tsx', texts: ['cases', 'conversation'] },
  {
    path: '/samen/nieuw',
    file: './rooms/cases/page/OpenCasePage.tsx',
    texts: ['cases', 'request'],
  },
  { path: '/samen/$id', file: './rooms/cases/page/CasePage.tsx', texts: ['cases', 'conversation'] },
  { path: '/vooruit/meldingen', file: './rooms/outlook/alerts/AlertsPage.tsx', texts: ['alerts', 'stay'] },
  { path: '/nakijken', file: './rooms/review/alerts/ReviewPage.tsx', texts: 'review' },
  { path: '/noodknop', file: './rooms/people/emergency/EmergencyPage.tsx', texts: 'emergency' },
  {
    path: '/mijn',
    file: './rooms/people/own/OwnPage.tsx',
    texts: ['own', 'family', 'own-plan', 'conversation', 'network'],
    open: true,
    bare: true,
  },
  {
    path: '/meelezen',
    file: './rooms/people/family/FamilyPage.tsx',
    texts: ['own', 'family', 'conversation', 'network'],
    open: true,
    bare: true,
  },
  {
    path: '/verwijzing',
    file: './rooms/social/helper/HelperPage.tsx',
    texts: ['helper', 'referral', 'social-map', 'own'],
    open: true,
    bare: true,
  },
  {
    path: '/plek',
    file: './rooms/social/helper/RoomPage.tsx',
    texts: ['helper', 'social-map', 'own'],
    open: true,
    bare: true,
  },
  { path: '/vooruit', file: './rooms/outlook/ahead/OutlookPage.tsx', texts: ['outlook', 'waiting'] },
  {
    path: '/vooruit/gedeeld',
    file: './rooms/outlook/shared/SharedPage.tsx',
    texts: ['outlook', 'own'],
    open: true,
    bare: true,
  },
  { path: '/hulp', file: './shell/HelpPage.tsx', texts: 'help', open: true },
  { path: '/beeldtaal', file: './design/gallery/GalleryPage.tsx', texts: 'gallery', open: true, bare: true },
];

const pages = import.meta.glob<Record<string, unknown>>([
  './tower/*/*Page.tsx',
  './rooms/*/*/*Page.tsx',
  './shell/HelpPage.tsx',
  './design/gallery/GalleryPage.tsx',
]);

/** The addresses whose page exists; a page is on as soon as its file stands where ADDRESSES says. */
export const addresses: readonly Address[] = ADDRESSES.filter(({ file }) => pages[file] !== undefined);

/** Is there a page at this pattern (`/afdeling/$unitId`)? */
export const hasPage = (path: string): boolean => addresses.some((address) => address.path === path);

/** Fetches the code of a page; its export is called like its file. */
export const loadPage = async (file: string): Promise<Record<string, unknown>> => {
  const load = pages[file];
  if (load === undefined) throw new Error(`no page at ${file}`);
  return load();
};

/** The name of the export of a page: `BoardPage` for `./tower/board/BoardPage.tsx`. */
export const pageName = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace('.tsx', '');
