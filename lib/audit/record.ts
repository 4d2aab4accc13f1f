import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { maskFacts } from "@/lib/audit/mask";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { maskText } from "@/lib/log";

export type AuditFacts = {
  subjectType: string;
  subjectId?: string;
  subjectName?: string;
  committeeId?: string | null;
  reason?: string;
  /** Values before and after; ID numbers, phones and secrets are masked before they are kept. */
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
      reason: facts.reason ? maskText(facts.reason) : null,
      ...(facts.before === undefined ? {} : { before: maskFacts(facts.before) }),
      ...(facts.after === undefined ? {} : { after: maskFacts(facts.after) }),
      isRefused: facts.isRefused ?? false,
    },
    select: { id: true },
  });
}
