import { parentPort, workerData } from 'node:worker_threads';
import { type ProposalAsked, proposing } from './decide/propose.ts';

/** So much further before it is said again. */
const SAID_EACH = 0.01;

/** Makes a plan apart from the server: says how far it is, and at the end what it came to. */
const steps = proposing(workerData as ProposalAsked);
let said = 0;
for (let next = steps.next(); ; next = steps.next()) {
  if (next.done === true) {
    parentPort?.postMessage({ proposed: next.value });
    break;
  }
  if (next.value < said + SAID_EACH) continue;
  said = next.value;
  parentPort?.postMessage({ progress: said });
}
