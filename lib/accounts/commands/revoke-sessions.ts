import "server-only";
import { endSessions, subjectOf, takeAccount } from "@/lib/accounts/commands/account-in-hand";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { DomainError, notFound } from "@/lib/errors";

const reason = "系统管理员结束登录";

/** Ends one session of another person. */
export function revokeSession(actor: Actor, input: { id: string }): Promise<{ id: string }> {
  return command(actor, "session.revoke", input, async (tx, record) => {
    const session = await tx.session.findUnique({ where: { id: input.id }, select: { userId: true, ip: true } });
    if (!session) throw notFound("登录");
    const account = await takeAccount(tx, actor, session.userId);
    const ended = await tx.session.updateMany({
      where: { id: input.id, revokedAt: null },
      data: { revokedAt: new Date(), revokeReason: reason },
    });
    if (ended.count !== 1) throw new DomainError("WRONG_STATE", "这次登录已经结束。");
    await record({ ...subjectOf(account), before: { sessionId: input.id, ip: session.ip } });
    return { id: account.id };
  });
}

/** Ends every session of another person. */
export function revokeSessions(actor: Actor, input: { id: string }): Promise<{ id: string }> {
  return command(actor, "session.revokeAll", input, async (tx, record) => {
    const account = await takeAccount(tx, actor, input.id);
    const endedCount = await endSessions(tx, account.id, reason);
    await record({ ...subjectOf(account), after: { endedCount } });
    return { id: account.id };
  });
}
