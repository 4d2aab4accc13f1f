import "server-only";
import { endSessions, subjectOf, takeAccount } from "@/lib/accounts/commands/account-in-hand";
import { endLinks } from "@/lib/accounts/commands/one-time-link";
import type { DisabledAccount, RenamedAccount } from "@/lib/accounts/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { DomainError, StaleError } from "@/lib/errors";

/** Corrects a person's name. The log-in name stays what it is. */
export function renameAccount(actor: Actor, input: RenamedAccount): Promise<{ id: string }> {
  return command(actor, "account.update", input, async (tx, record) => {
    const account = await takeAccount(tx, actor, input.id);
    const written = await tx.user.updateMany({
      where: { id: input.id, version: input.version },
      data: { name: input.name, version: { increment: 1 } },
    });
    if (written.count !== 1) throw new StaleError(account.version, { name: account.name });
    await record({ ...subjectOf(account), before: { name: account.name }, after: { name: input.name } });
    return { id: account.id };
  });
}

/** Disables an account with a reason: its sessions and links end at once, its records stay. */
export function disableAccount(actor: Actor, input: DisabledAccount): Promise<{ id: string }> {
  return command(actor, "account.disable", input, async (tx, record) => {
    const account = await takeAccount(tx, actor, input.id);
    const written = await tx.user.updateMany({
      where: { id: input.id, disabledAt: null },
      data: { disabledAt: new Date(), disableReason: input.reason, version: { increment: 1 } },
    });
    if (written.count !== 1) throw new DomainError("WRONG_STATE", "账号已经停用。");
    await endSessions(tx, account.id, "账号停用");
    await endLinks(tx, account.id);
    await record({ ...subjectOf(account), reason: input.reason });
    return { id: account.id };
  });
}

/** Opens a disabled account again, with the roles that still hold and the password it had. */
export function enableAccount(actor: Actor, input: { id: string }): Promise<{ id: string }> {
  return command(actor, "account.enable", input, async (tx, record) => {
    const account = await takeAccount(tx, actor, input.id);
    const written = await tx.user.updateMany({
      where: { id: input.id, disabledAt: { not: null } },
      data: { disabledAt: null, disableReason: null, version: { increment: 1 } },
    });
    if (written.count !== 1) throw new DomainError("WRONG_STATE", "账号没有停用，无需启用。");
    await record(subjectOf(account));
    return { id: account.id };
  });
}

/** Lifts the lock after wrong passwords. */
export function unlockAccount(actor: Actor, input: { id: string }): Promise<{ id: string }> {
  return command(actor, "account.unlock", input, async (tx, record) => {
    const account = await takeAccount(tx, actor, input.id);
    const written = await tx.user.updateMany({
      where: { id: input.id, lockedUntil: { gt: new Date() } },
      data: { lockedUntil: null, failedCount: 0 },
    });
    if (written.count !== 1) throw new DomainError("WRONG_STATE", "账号没有锁定，无需解锁。");
    await record(subjectOf(account));
    return { id: account.id };
  });
}
