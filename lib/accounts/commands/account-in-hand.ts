import "server-only";
import { canChangeAccount, visibleAccounts } from "@/lib/accounts/policy";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";

/** The account a command is about, held until the command ends: two officers act one after the other. */
export async function takeAccount(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "User" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const account = await tx.user.findFirst({
    where: { AND: [visibleAccounts(actor), { id }] },
    select: { id: true, username: true, name: true, disabledAt: true, version: true },
  });
  if (!account) throw notFound("账号");
  if (!canChangeAccount(actor, account)) {
    throw new DomainError("FORBIDDEN", "不能变更自己的账号和角色。请由另一名系统管理员办理。");
  }
  return account;
}

/** What every entry about an account says of its subject. */
export function subjectOf(account: { id: string; name: string; username: string }) {
  return { subjectType: "User", subjectId: account.id, subjectName: `${account.name}（${account.username}）` };
}

/** Ends all of a person's sessions; the next request of any of them is refused. Returns how many were open. */
export async function endSessions(tx: Tx, userId: string, reason: string): Promise<number> {
  const ended = await tx.session.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date(), revokeReason: reason },
  });
  return ended.count;
}
