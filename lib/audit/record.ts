import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";

export type AuditFacts = {
  subjectType: string;
  subjectId?: string;
  subjectName?: string;
  committeeId?: string | null;
  reason?: string;
  /** Values before and after; personal numbers never stand here in clear. */
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  isRefused?: boolean;
};

/** Appends to the trail inside the act's own transaction: no entry, no act. */
export async function recordAudit(tx: Tx, actor: Actor, action: string, facts: AuditFacts): Promise<void> {
  await tx.auditEntry.create({
    data: {
      actorId: actor.userId,
      actorName: actor.name,
      actorRoles: actor.roles,
      sessionId: actor.sessionId ?? null,
      ip: actor.ip ?? null,
      requestId: actor.requestId ?? null,
      action,
      subjectType: facts.subjectType,
      subjectId: facts.subjectId ?? null,
      subjectName: facts.subjectName ?? null,
      committeeId: facts.committeeId ?? null,
      reason: facts.reason ?? null,
      ...(facts.before === undefined ? {} : { before: facts.before }),
      ...(facts.after === undefined ? {} : { after: facts.after }),
      isRefused: facts.isRefused ?? false,
    },
    select: { id: true },
  });
}
