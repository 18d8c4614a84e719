export { alertsIn } from './decide/alerts.ts';
