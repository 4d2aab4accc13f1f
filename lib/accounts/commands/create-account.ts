import "server-only";
import { subjectOf, takeAccount } from "@/lib/accounts/commands/account-in-hand";
import { drawLink, keepLink, tokenOf } from "@/lib/accounts/commands/one-time-link";
import { writeGrant } from "@/lib/accounts/commands/write-grant";
import { canManageAccounts } from "@/lib/accounts/policy";
import type { NewAccount } from "@/lib/accounts/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { normaliseUsername } from "@/lib/auth/passwords";
import { DomainError } from "@/lib/errors";

/** `token` opens the page where the person sets a password; null when this press repeated an earlier one. */
export type LinkedAccount = { id: string; token: string | null };

/** Opens an account with its first role. Nobody but the person ever knows a password: a one-time link leads to it. */
export async function createAccount(actor: Actor, input: NewAccount): Promise<LinkedAccount> {
  const link = drawLink();
  const written = await command(actor, "account.create", input, async (tx, record) => {
    if (!canManageAccounts(actor)) throw new DomainError("FORBIDDEN", "只有系统管理员可以创建账号。");
    const account = await tx.user.create({
      data: { username: normaliseUsername(input.username), name: input.name, mustChangePassword: false },
      select: { id: true, username: true, name: true },
    });
    const grant = await writeGrant(tx, actor, account.id, input);
    await keepLink(tx, actor, account.id, link);
    await record({ ...subjectOf(account), after: { username: account.username, name: account.name, ...grant } });
    return { id: account.id, linkId: link.id };
  });
  return { id: written.id, token: tokenOf(link, written) };
}

/** A new one-time link for a forgotten password. The old password works until the new one is set. */
export async function reissueLink(actor: Actor, input: { id: string }): Promise<LinkedAccount> {
  const link = drawLink();
  const written = await command(actor, "account.reissueLink", input, async (tx, record) => {
    const account = await takeAccount(tx, actor, input.id);
    if (account.disabledAt) throw new DomainError("WRONG_STATE", "账号已停用。请先启用，再发放链接。");
    await keepLink(tx, actor, account.id, link);
    await record(subjectOf(account));
    return { id: account.id, linkId: link.id };
  });
  return { id: written.id, token: tokenOf(link, written) };
}
