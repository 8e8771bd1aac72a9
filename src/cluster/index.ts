/**
 * Many machines: a run in shards, by files for systems of array jobs, or through BullMQ and Redis.
 *
 * The queue (`simulateOnCluster`, `startClusterWorker`) needs the packages `bullmq` and `ioredis`, which are loaded
 * when it is used; nothing else here does.
 *
 * @packageDocumentation
 */

export type { StopSignal } from '../workers/host.ts';
export type { Progress } from '../workers/progress.ts';
export type { CarryShardOptions } from './carry-shard.ts';
export { type ClusterWorker, type ClusterWorkerOptions, startClusterWorker } from './queue-worker.ts';
export {
  type MergeShardsOptions,
  mergeShards,
  type RunShardOptions,
  readRun,
  runShard,
} from './shard-files.ts';
export { type PlanShardsOptions, planShards, type ShardPlan } from './shard-plan.ts';
export { type SimulateOnClusterOptions, simulateOnCluster } from './simulate-on-cluster.ts';
