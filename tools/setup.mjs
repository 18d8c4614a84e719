// Brings what a command needs and nothing more. Runs on the machine's own Node (20 or newer), before anything is
// installed, so: plain JavaScript, no packages. Usage: node tools/setup.mjs start|test|verify|run
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const at = (...parts) => join(ROOT, ...parts);
const LOCK = at('.data', 'setup.lock');

const NEEDS = {
  start: [installPackages, buildWebApp],
  test: [installPackages, buildWebApp, bringChromium],
  verify: [installPackages],
  run: [installPackages],
};

function main() {
  const needs = NEEDS[process.argv[2] ?? ''];
  if (!needs) stop(`Usage: node tools/setup.mjs ${Object.keys(NEEDS).join('|')}`);
  takeTurn();
  process.on('exit', () => rmSync(LOCK, { recursive: true, force: true }));
  for (const bring of needs) bring();
}

// --- packages -------------------------------------------------------------------------------------------------

function installPackages() {
  if (!installedAsLocked()) {
    say('Installing packages (about half a minute) …');
    // Also what a production setting would leave out: the web app is built here.
    const options = [
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      '--loglevel=error',
      '--no-audit',
      '--no-fund',
    ];
    run('npm', ['ci', ...options], 'The packages could not be installed; is the npm registry within reach?');
  }
  const [major, minor] = run('node', ['-p', 'process.versions.node'], 'Node does not start.', 'pipe')
    .split('.')
    .map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  stop(
    `There is no newer Node in the packages for ${process.platform}-${process.arch}: please install Node 24 yourself.`,
  );
}

/** npm notes what it installed once it is done; that note must say what the lock says. */
function installedAsLocked() {
  const note = at('node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const same = (path) => {
    const [have, want] = [installed[path], locked[path]];
    if (!have) return want.optional === true;
    return have.version === want.version && have.integrity === want.integrity && existsSync(at(path));
  };
  return Object.keys(locked).every((path) => path === '' || same(path));
}

// --- the web app ----------------------------------------------------------------------------------------------

function buildWebApp() {
  const stamp = at('dist', 'web', '.built-from');
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  say('Building the web app …');
  const draft = at('dist', 'web.new');
  const vite = [
    at('node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--outDir',
    draft,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  run('node', vite, 'The web app could not be built.');
  writeFileSync(join(draft, '.built-from'), sources);
  // Renamed when whole: a server that runs never serves half a build.
  const old = at('dist', 'web.old');
  rmSync(old, { recursive: true, force: true });
  if (existsSync(at('dist', 'web'))) renameSync(at('dist', 'web'), old);
  renameSync(draft, at('dist', 'web'));
  rmSync(old, { recursive: true, force: true });
}

/** What the browser's code is made of: its own folder, the pure floors, and the words that cross HTTP. */
function hashOfSources() {
  const whole = ['src/web', 'src/kernel', 'src/planning'].flatMap((folder) => filesIn(at(folder)));
  const words = ['src/modules', 'src/tower']
    .flatMap((folder) => filesIn(at(folder)))
    .filter((file) => /\b(contract|types|refusals)\b/.test(relative(ROOT, file)));
  const settings = ['vite.config.ts', 'package-lock.json', 'tools/vite-icons.ts'].map((name) => at(name));
  const hash = createHash('sha256');
  for (const file of [...whole, ...words, ...settings].sort())
    hash.update(relative(ROOT, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

// --- the browser for the tests --------------------------------------------------------------------------------

function bringChromium() {
  if (
    process.env.CHROMIUM_PATH ||
    onPath('chromium') ||
    onPath('chromium-browser') ||
    onPath('google-chrome')
  )
    return;
  if (!onPath('apt-get') || process.getuid?.() !== 0)
    stop(
      'The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.',
    );
  say('Installing Chromium for the browser tests (Debian packages) …');
  const sorry = 'Chromium could not be installed; install it yourself or set CHROMIUM_PATH.';
  run('apt-get', ['-qq', 'update'], sorry);
  run(
    'apt-get',
    ['-qq', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    sorry,
    'ignore',
  );
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

// --- one at a time --------------------------------------------------------------------------------------------

/** Two commands started at once: the second waits until the first has brought what both need. */
function takeTurn() {
  for (let waited = 0; !lockTaken(); waited += 1) {
    if (waited === 10) say('Another command is setting up; waiting for it …');
    if (abandoned()) rmSync(LOCK, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function lockTaken() {
  try {
    mkdirSync(at('.data'), { recursive: true });
    mkdirSync(LOCK);
    writeFileSync(join(LOCK, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    return stop(`${ROOT} cannot be written in (${error.code}); use a copy of your own.`);
  }
}

/** Left behind: its maker is gone, or (the number given out again, or never signed) it has simply been too long. */
function abandoned() {
  const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const signature = join(LOCK, 'pid');
  const pid = existsSync(signature) ? Number(readFileSync(signature, 'utf8')) : 0;
  if (!pid) return age > 5_000;
  if (age > 900_000) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

// --- small words ----------------------------------------------------------------------------------------------

function run(program, options, sorry, output = 'inherit') {
  const done = spawnSync(program, options, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', output, 'inherit'],
    env: {
      ...process.env,
      PATH: `${at('node_modules', '.bin')}${delimiter}${process.env.PATH}`,
      DEBIAN_FRONTEND: 'noninteractive',
    },
  });
  if (done.status !== 0) stop(sorry);
  return done.stdout ?? '';
}

function say(words) {
  console.log(words);
}

function stop(words) {
  console.error(words);
  process.exit(1);
}

main();
