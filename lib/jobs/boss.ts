import "server-only";
import { PgBoss } from "pg-boss";
import { log } from "@/lib/log";

/** Work done outside requests: run when woken, and once a minute in case a wake-up was lost. It must bear being run again. */
export type Job = { name: string; run: () => Promise<void> };

// Next may load this module more than once in a process; the worker must stay one.
const shared = globalThis as typeof globalThis & { portalJobs?: Promise<PgBoss> };

/**
 * Starts this process's worker. The queue lies in the portal's own database; of several app instances one takes each job.
 * Nothing depends on notifications between connections: the queue is asked every second.
 */
export function startJobs(jobs: Job[]): Promise<PgBoss> {
  shared.portalJobs ??= openJobs(jobs);
  return shared.portalJobs;
}

async function openJobs(jobs: Job[]): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: process.env.DATABASE_URL ?? "", schema: "jobs", max: 2 });
  boss.on("error", (error) => log.error({ error }, "job queue"));
  await boss.start();
  for (const { name, run } of jobs) {
    await boss.createQueue(name, { policy: "short", retryLimit: 3, expireInSeconds: 900, deleteAfterSeconds: 86_400 });
    await boss.work(name, { pollingIntervalSeconds: 1 }, run);
    await boss.schedule(name, "* * * * *");
    await boss.send(name);
  }
  return boss;
}

/** Asks for a job now. Where no worker runs in this process, the minute's round finds the work. */
export async function wakeJob(name: string): Promise<void> {
  const boss = await shared.portalJobs;
  await boss?.send(name);
}
