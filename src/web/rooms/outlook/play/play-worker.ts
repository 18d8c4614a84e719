import { startPlaying } from '#planning/simulate/index.ts';
import type { PlayAsk, PlayTold } from './told.ts';

/** So long the worker plays before it looks whether the reader wants something else. */
const LOOK_UP_MS = 30;

const here = self as unknown as {
  onmessage: ((event: MessageEvent<PlayAsk>) => void) | null;
  postMessage: (told: PlayTold, move?: Transferable[]) => void;
};

let asked = 0;
/** A timer would wait four thousandths of a second each time; a message to oneself does not. */
const next = new MessageChannel();
let goOn: () => void = () => undefined;
next.port1.onmessage = () => goOn();

const begin = ({ id, model, run }: NonNullable<PlayAsk['play']>): void => {
  const playing = startPlaying(model, run);
  // The first years wake the machine up and say little about how fast it is.
  let awake = { at: performance.now(), done: 0 };
  goOn = () => {
    if (id !== asked) return;
    const from = performance.now();
    do playing.step(1);
    while (playing.done < run.years && performance.now() < from + LOOK_UP_MS);
    const pace = (performance.now() - awake.at) / (playing.done - awake.done);
    if (awake.done === 0 && playing.done < run.years) awake = { at: performance.now(), done: playing.done };
    here.postMessage({ id, done: playing.done, pace, result: null });
    if (playing.done < run.years) return next.port2.postMessage(null);
    const result = playing.result();
    here.postMessage({ id, done: playing.done, pace, result }, [result.values.buffer as ArrayBuffer]);
  };
  goOn();
};

here.onmessage = ({ data: { play } }) => {
  asked = play?.id ?? 0;
  if (play !== null) begin(play);
};
