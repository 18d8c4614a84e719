import Fastify from 'fastify';
import pg from 'pg';
import { backendCpu } from '#bench/serving/backends.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import { regionName } from './region.ts';

const [url = ''] = process.argv.slice(2);

/** What everybody builds: the sums of the country from SQL at every request, and JSON of it. */
const SUMS = `select region, product, count(*)::integer as total, (count(*) filter (where free))::integer as free,
  count(distinct site)::integer as sites from bench_place group by region, product`;

interface Row {
  readonly region: number;
  readonly product: (typeof PRODUCTS)[number];
  readonly total: number;
  readonly free: number;
  readonly sites: number;
}

const pool = new pg.Pool({ connectionString: url, max: 8 });
const backends = new Set<number>();
pool.on('connect', (client) => backends.add((client as unknown as { processID: number }).processID));
const app = Fastify();
app.get('/country', async () => {
  const { rows } = await pool.query<Row>({ name: 'sums', text: SUMS });
  const regions = [...Map.groupBy(rows, (row) => row.region)].sort(([a], [b]) => a - b);
  return {
    regions: regions.map(([region, counts]) => ({
      name: regionName(region),
      counts: counts
        .sort((a, b) => PRODUCTS.indexOf(a.product) - PRODUCTS.indexOf(b.product))
        .map(({ product, total, free, sites }) => ({
          product,
          type: PRODUCT_WORDS[product].short.nl,
          total,
          free,
          sites,
        })),
    })),
  };
});
await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: { user: user + backendCpu(backends), system } });
});
process.on('SIGTERM', () => void app.close().then(() => pool.end().then(() => process.exit(0))));
process.send?.({ port: typeof address === 'object' ? address?.port : null, token: '' });
