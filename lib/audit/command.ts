import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { type AuditFacts, recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { searchHash } from "@/lib/crypto/personal";
import { type Tx, transact } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";

export type Recorder = (facts: AuditFacts) => Promise<void>;

/**
 * The frame of every command: one transaction, at least one audit entry, and, when the form brought a key,
 * at most one effect: pressing twice gives the first press's result again.
 * `action` is `noun.verb`; `input` is what the key stands for.
 */
export async function command<T extends Prisma.InputJsonObject | undefined>(
  actor: Actor,
  action: string,
  input: unknown,
  act: (tx: Tx, record: Recorder) => Promise<T>,
): Promise<T> {
  return transact(async (tx) => {
    const earlier = await earlierResult(tx, actor, action, input);
    if (earlier) return earlier.result as T;
    let recorded = false;
    const result = await act(tx, async (facts) => {
      recorded = true;
      await recordAudit(tx, actor, action, facts);
    });
    if (!recorded) throw new Error(`command ${action} left no audit entry`);
    if (actor.userId && actor.requestKey && result !== undefined) {
      await tx.idempotencyKey.update({
        where: { userId_key: { userId: actor.userId, key: actor.requestKey } },
        data: { result },
        select: { key: true },
      });
    }
    return result;
  });
}

/** Claims the form's key; a second claim waits for the first transaction and finds its result. */
async function earlierResult(tx: Tx, actor: Actor, action: string, input: unknown) {
  if (!actor.userId || !actor.requestKey) return null;
  // Keyed: a plain hash of a form with an ID number could be guessed back.
  const fingerprint = searchHash("form", JSON.stringify(input ?? null));
  const claimed = await tx.$executeRaw`
    INSERT INTO "IdempotencyKey" ("userId", "key", "action", "fingerprint")
    VALUES (${actor.userId}::uuid, ${actor.requestKey}::uuid, ${action}, ${fingerprint})
    ON CONFLICT ("userId", "key") DO NOTHING`;
  if (claimed === 1) return null;
  const earlier = await tx.idempotencyKey.findUniqueOrThrow({
    where: { userId_key: { userId: actor.userId, key: actor.requestKey } },
    select: { action: true, fingerprint: true, result: true },
  });
  if (earlier.action !== action || earlier.fingerprint !== fingerprint) {
    throw new DomainError("CONFLICT", "这张表单已提交过一次，内容与这次不同。请重新打开表单后再填写。");
  }
  return { result: earlier.result ?? undefined };
}
