import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { log } from "@/lib/log";

/**
 * Work done outside requests: run when a worker starts, when woken, and once a minute in case a wake-up was lost, or at
 * the times of `cron` by the clock of Shanghai. It must bear being run again.
 */
export type Job = { name: string; run: () => Promise<void>; cron?: string };

// Next may load this module more than once in a process; the worker must stay one.
const shared = globalThis as typeof globalThis & { portalJobs?: Promise<PgBoss> };

/**
 * Starts this process's worker. The queue lies in the portal's own database; of several app instances one takes each job.
 * Nothing depends on notifications between connections: the queue is asked every second. A database that is away does not
 * keep the server from starting: the worker comes up when it is there.
 */
export function startJobs(jobs: Job[]): Promise<PgBoss> {
  shared.portalJobs ??= openWhenReachable(jobs);
  return shared.portalJobs;
}

async function openWhenReachable(jobs: Job[]): Promise<PgBoss> {
  for (let seconds = 1; ; seconds = Math.min(seconds * 2, 60)) {
    try {
      return await openJobs(jobs);
    } catch (error) {
      log.error({ error, retryInSeconds: seconds }, "job queue not reachable");
      await sleep(seconds * 1_000, undefined, { ref: false });
    }
  }
}

async function openJobs(jobs: Job[]): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: process.env.DATABASE_URL ?? "", schema: "jobs", max: 2 });
  boss.on("error", (error) => log.error({ error }, "job queue"));
  try {
    await boss.start();
    for (const job of jobs) await openQueue(boss, job);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}

async function openQueue(boss: PgBoss, { name, run, cron = "* * * * *" }: Job): Promise<void> {
  await boss.createQueue(name, { policy: "short", retryLimit: 3, expireInSeconds: 900, deleteAfterSeconds: 86_400 });
  await boss.work(name, { pollingIntervalSeconds: 1 }, () => run());
  await boss.schedule(name, cron, null, { tz: "Asia/Shanghai" });
  await boss.send(name);
}

/** Asks for a job now, and waits for nothing. Where no worker runs in this process, the minute's round finds the work. */
export function wakeJob(name: string): void {
  shared.portalJobs
    ?.then((boss) => boss.send(name))
    .catch((error: unknown) => log.warn({ error, name }, "job not woken; the next round finds it"));
}
