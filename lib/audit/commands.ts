import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";

/** Leaves once in each log-in session that the trail was opened; an entry for every page would drown the others. */
export async function recordTrailOpened(actor: Actor): Promise<void> {
  if (!actor.sessionId || !actor.userId) return;
  const { sessionId, userId } = actor;
  const opened = await db.auditEntry.findFirst({
    where: { actorId: userId, sessionId, action: "audit.view" },
    select: { id: true },
  });
  if (opened) return;
  await command(actor, "audit.view", {}, async (_tx, record) => {
    await record({ subjectType: "AuditEntry" });
    return undefined;
  });
}
