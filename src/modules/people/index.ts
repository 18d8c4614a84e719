export { peopleRefusals } from './refusals.ts';
export { peopleRoutes } from './routes.ts';
export { ownRoutes } from './routes-own.ts';
export { endRelation, enterPerson, person, personWithBsn, profileOf, relate } from './service.ts';
export { idsNamed as personsNamed, namesForReview, peopleById } from './store.ts';
export { bsnsLockedUp, lockUpBsns } from './store-lock-up.ts';
export { personView } from './view.ts';
