// Runs before the first paint, so that a night nurse never gets a white flash. A file of its own: inline scripts are refused.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value') ?? 'auto';
  } catch {
    // A browser without storage follows the system.
  }
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

// The policy of the page forbids making code out of text; the library of the contracts would try, before any of ours runs.
globalThis.__zod_globalConfig = { jitless: true };
