import "server-only";
import { randomUUID } from "node:crypto";
import { endSessions, subjectOf } from "@/lib/accounts/commands/account-in-hand";
import { endLinks } from "@/lib/accounts/commands/one-time-link";
import type { ChangedPassword, ChosenPassword } from "@/lib/accounts/schema";
import { command } from "@/lib/audit/command";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { countAccountTry } from "@/lib/auth/log-in";
import { hashPassword, passwordFault, verifyPassword } from "@/lib/auth/passwords";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";

const officers: ["ADMIN", "AUDITOR"] = ["ADMIN", "AUDITOR"];
const subject = {
  id: true,
  username: true,
  name: true,
  passwordHash: true,
  grants: { where: { role: { in: officers } }, take: 1, select: { id: true } },
} as const;

const open = { mustChangePassword: false, failedCount: 0, lockedUntil: null };

/**
 * Changes the actor's own password. Ends every other session and gives this one a new token, which is returned for
 * the cookie; null when this press repeated an earlier one. Tries at the old password count like tries to log in.
 */
export async function changePassword(actor: Actor, input: ChangedPassword): Promise<{ token: string | null }> {
  const account = await db.user.findUniqueOrThrow({ where: { id: actor.userId ?? "" }, select: subject });
  if (input.newPassword === input.currentPassword) throw new DomainError("CONFLICT", "新密码不能与原密码相同。");
  refuseWeak(input.newPassword, account);
  await proveOldPassword(actor, account, input.currentPassword);
  const passwordHash = await hashPassword(input.newPassword);
  const token = newToken();
  const press = randomUUID();
  // The passwords are no part of what the form's key stands for: its fingerprint is kept.
  const written = await command(actor, "password.change", {}, async (tx, record) => {
    const changed = await tx.user.updateMany({
      where: { id: account.id, passwordHash: account.passwordHash },
      data: { ...open, passwordHash, passwordChangedAt: new Date(), version: { increment: 1 } },
    });
    if (changed.count !== 1) throw new DomainError("CONFLICT", "密码刚刚已被修改。请用新密码重新登录。");
    await tx.session.updateMany({
      where: { userId: account.id, revokedAt: null, NOT: { id: actor.sessionId ?? "" } },
      data: { revokedAt: new Date(), revokeReason: "本人修改密码" },
    });
    await tx.session.updateMany({
      where: { id: actor.sessionId ?? "", revokedAt: null },
      data: { tokenHash: hashToken(token) },
    });
    await endLinks(tx, account.id);
    await record(subjectOf(account));
    return { press };
  });
  return { token: written.press === press ? token : null };
}

/**
 * Sets a password by a one-time link, lifts a lock and ends all sessions of the person. Refuses a link that is
 * unknown, used or too old with one and the same sentence.
 */
export async function setPasswordByLink(actor: Actor, input: ChosenPassword): Promise<void> {
  const where = { tokenHash: hashToken(input.token), usedAt: null, user: { disabledAt: null } };
  const link = await db.passwordLink.findFirst({
    where: { ...where, expiresAt: { gt: new Date() } },
    select: { id: true, user: { select: subject } },
  });
  if (!link) throw deadLink();
  const account = link.user;
  refuseWeak(input.newPassword, account);
  const passwordHash = await hashPassword(input.newPassword);
  await command(actor, "password.set", {}, async (tx, record) => {
    const used = await tx.passwordLink.updateMany({
      where: { ...where, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    if (used.count !== 1) throw deadLink();
    await tx.user.update({
      where: { id: account.id },
      data: { ...open, passwordHash, passwordChangedAt: new Date(), version: { increment: 1 } },
      select: { id: true },
    });
    await endSessions(tx, account.id, "用一次性链接设置密码");
    await endLinks(tx, account.id);
    await record(subjectOf(account));
    return undefined;
  });
}

function deadLink(): DomainError {
  return new DomainError("NOT_FOUND", "这个链接不能使用：可能已用过或已过期。请联系系统管理员重新发放。");
}

type Subject = { id: string; username: string; name: string; passwordHash: string | null; grants: unknown[] };

/** Refuses a new password that is too weak, with what is wrong. */
function refuseWeak(password: string, { username, name, grants }: Subject): void {
  const fault = passwordFault(password, { username, name, isOfficer: grants.length > 0 });
  if (fault) throw new DomainError("CONFLICT", fault);
}

/** A stolen session must not serve to guess the password: tries here count like tries to log in. */
async function proveOldPassword(actor: Actor, account: Subject, password: string): Promise<void> {
  if (!(await countAccountTry(account.id))) {
    throw new DomainError("WRONG_STATE", "原密码连续输错，暂时不能修改密码。请 15 分钟后再试，或请系统管理员解锁。");
  }
  if (await verifyPassword(account.passwordHash, password)) return;
  await transact((tx) =>
    recordAudit(tx, actor, "password.change", { ...subjectOf(account), reason: "原密码不正确", isRefused: true }),
  );
  throw new DomainError("CONFLICT", "原密码不正确。请重新输入。");
}
