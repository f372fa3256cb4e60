import { fetchPart } from '../lib/fetch_part';
import { type Area, loadTexts } from '../lib/i18n';

/** A part of the pages that is fetched when it is wanted: its code, and its texts in the language of the moment. */
const part =
  <T>(code: () => Promise<T>, ...areas: Area[]) =>
  (): Promise<T> =>
    fetchPart(() => Promise.all([code(), loadTexts('form', ...areas)]).then(([loaded]) => loaded));

export const later = {
  clocks: part(() => import('../features/ticket/DueCards'), 'clocks'),
  enrol: part(() => import('../features/me/EnrolPage'), 'me', 'entry'),
  escalations: part(() => import('../features/escalations/LeadPages'), 'clocks', 'escalations'),
  labels: part(() => import('../features/labels/LabelsPage'), 'labels'),
  me: part(() => import('../features/me/MePages'), 'me', 'roster'),
  people: part(() => import('../features/people/PeoplePages'), 'people'),
  search: part(() => import('../features/search/SearchPage')),
  settings: part(() => import('../features/settings/SettingsPages'), 'settings', 'audit', 'clocks', 'fairness', 'macros', 'roster', 'routing', 'trust', 'whatif'),
  setup: part(() => import('../features/setup/SetupPage'), 'entry'),
  takenOver: part(() => import('../features/inbox/TakenOver'), 'roster'),
  viewForm: part(() => import('../features/inbox/ViewForm')),
  signIn: part(() => import('../features/signin/SignInPage'), 'entry'),
};
