import { parentPort, workerData } from 'node:worker_threads';
import { type Columns, readTable } from './read.ts';

/** Reads a large list, apart from the server. */
const { bytes, known } = workerData as { bytes: Uint8Array; known: Columns };
parentPort?.postMessage(readTable(bytes, known));
