import { parentPort, workerData } from 'node:worker_threads';
import { type GrowthAsked, growth } from '#planning/rota/growth.ts';

/** Reckons the years of today and those of the levers, apart from the server. */
const { today, turned } = workerData as { readonly today: GrowthAsked; readonly turned: GrowthAsked | null };
const year = growth(today);
parentPort?.postMessage({ today: year, turned: turned === null ? year : growth(turned) });
