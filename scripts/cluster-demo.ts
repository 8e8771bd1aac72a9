// A cluster on one machine: a Redis, two worker processes and a run of the China and Japan scenario.
// npm run cluster:demo
import type { simulateOnCluster } from '../src/cluster/index.ts';
import type { chinaJapan2025 } from '../src/data/index.ts';
import type { project } from '../src/projections/project.ts';
import {
  endProcess,
  importInstalled,
  installCluster,
  installRedis,
  startRedis,
  startWorkerProcess,
} from './cluster-ground.ts';

if (!installRedis()) {
  console.log('This needs redis-server: apt-get install redis-server');
  process.exit(1);
}
installCluster();
const cluster = await importInstalled<{ simulateOnCluster: typeof simulateOnCluster }>('cluster/index.js');
const data = await importInstalled<{ chinaJapan2025: typeof chinaJapan2025 }>('data/index.js');
const library = await importInstalled<{ project: typeof project }>('index.js');

const redis = await startRedis();
console.log(`Redis at ${redis.url}`);
const workers = await Promise.all(
  ['one', 'two'].map((name) =>
    startWorkerProcess(redis.url, (line) => console.log(`  worker ${name}: ${line}`)),
  ),
);
try {
  const run = await cluster.simulateOnCluster({
    scenario: data.chinaJapan2025(),
    seed: 'beijing-2025-11-18',
    draws: 40_000,
    shards: 10,
    redis: redis.url,
    onProgress: ({ fraction, drawsPerSecond, secondsLeft }) =>
      console.log(
        `${Math.round(100 * fraction)}%, ${Math.round(drawsPerSecond)} draws a second, ${Math.ceil(secondsLeft)} s left`,
      ),
  });
  const { rows, unit } = library.project({ run, measure: 'revenueLost', by: 'year' });
  console.log(`Revenue lost, ${unit}:`);
  for (const { year, median, intervals } of rows) {
    const [{ lower, upper }] = [intervals[0]!];
    console.log(
      `  ${year}: ${[median, lower, upper].map((x) => (x / 1e12).toFixed(2)).join(', ')} trillion (median, 80% interval)`,
    );
  }
} finally {
  await Promise.all(workers.map((worker) => endProcess(worker)));
  await endProcess(redis.process);
}
