import "server-only";
import { db } from "@/lib/db/client";

/** The job's name in the queue, and when it runs: at night. */
export const dropDeliveriesJob = { name: "deliveries.drop", cron: "0 3 * * *" };

const keptDays = 90;

/** Removes what was sent long ago: it is of use while somebody may ask whether it went out. What failed stays. */
export async function dropOldDeliveries(now: Date = new Date()): Promise<void> {
  await db.delivery.deleteMany({ where: { sentAt: { lt: new Date(now.getTime() - keptDays * 86_400_000) } } });
}
