import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const LARGEST = 64 * 1024 * 1024;

interface Bill {
  components: { properties?: { name: string; value: string }[] }[];
}

/** Leaving them out by npm's own option also leaves out parts that both need, so they are taken out here. */
const isForTests = ({ properties = [] }: Bill['components'][number]): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

/** The parts of a running tower, as CycloneDX, from the lock: names, versions, licences and where they come from. */
export const billOfMaterials = async (root: string): Promise<string> => {
  const options = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const { stdout } = await promisify(execFile)('npm', options, { cwd: root, maxBuffer: LARGEST });
  const bill = JSON.parse(stdout) as Bill;
  const components = bill.components.filter((component) => !isForTests(component));
  return JSON.stringify({ ...bill, components }, null, 2);
};

/** Writes the list of parts beside the build, where it is not served: `dist/sbom.json`. */
export const sbomPlugin = (root: string): Plugin => ({
  name: 'verkeerstoren-sbom',
  apply: 'build',
  closeBundle: async () => {
    await writeFile(join(root, 'dist/sbom.json'), await billOfMaterials(root));
  },
});
