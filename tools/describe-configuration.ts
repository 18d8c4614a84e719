import { z } from 'zod';
import { configSchema } from '#platform/settings.ts';

type Setting = {
  description?: string;
  default?: unknown;
  enum?: unknown[];
  type?: string;
  minimum?: number;
  maximum?: number;
};

/** The table of settings, from the one schema the server itself reads. */
export function describeConfiguration(): string {
  const { properties = {} } = z.toJSONSchema(configSchema, { io: 'output' });
  const rows = Object.entries(properties as Record<string, Setting>).map(
    ([name, setting]) =>
      `| \`${name}\` | ${kind(setting)} | ${start(setting)} | ${setting.description ?? ''} |`,
  );
  return [
    '# Configuration',
    '',
    'Every setting is an environment variable. A wrong value stops the start with one sentence that names it.',
    'Drawn from `src/platform/settings.ts` by `node tools/generate.ts`.',
    '',
    '| name | value | when not set | meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function kind(setting: Setting): string {
  if (setting.enum) return setting.enum.map((value) => `\`${String(value)}\``).join(' or ');
  if (setting.type !== 'integer' && setting.type !== 'number') return 'text';
  const [least, most] = [setting.minimum, setting.maximum];
  return [`whole number`, least === undefined ? '' : `from ${least}`, bounded(most) ? `to ${most}` : '']
    .filter(Boolean)
    .join(' ');
}

function bounded(most: number | undefined): boolean {
  return most !== undefined && most < Number.MAX_SAFE_INTEGER;
}

function start(setting: Setting): string {
  return setting.default === undefined ? '–' : `\`${String(setting.default)}\``;
}
