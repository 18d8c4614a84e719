import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { billOfMaterials } from './vite-sbom.ts';

const ROOT = join(import.meta.dirname, '..');

it('the list of parts names every package a tower runs with, in its exact version, and none for tests', async () => {
  const bill = JSON.parse(await billOfMaterials(ROOT)) as {
    bomFormat: string;
    components: { group?: string; name: string; version: string }[];
  };
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  const whole = ({ group, name }: { group?: string; name: string }) => (group ? `${group}/${name}` : name);
  const listed = new Set(bill.components.map((part) => `${whole(part)}@${part.version}`));
  expect(Object.entries(dependencies).filter(([name, version]) => !listed.has(`${name}@${version}`))).toEqual(
    [],
  );
  expect(bill.components.map(({ name }) => name)).not.toContain('vitest');
}, 60_000);
