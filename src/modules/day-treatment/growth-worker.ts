import { parentPort, workerData } from 'node:worker_threads';
import { type GrowthAsked, growth } from '#planning/rota/growth.ts';

/** Reckons the years of today and those of the levers, apart from the server. */
const { today, turned } = workerData as { readonly today: GrowthAsked; readonly turned: GrowthAsked };
parentPort?.postMessage({ today: growth(today), turned: growth(turned) });
