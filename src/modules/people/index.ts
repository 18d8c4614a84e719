export { peopleRefusals } from './refusals.ts';
export { peopleRoutes } from './routes.ts';
export { endRelation, enterPerson, person, profileOf, relate } from './service.ts';
export { peopleById } from './store.ts';
export { personView } from './view.ts';
