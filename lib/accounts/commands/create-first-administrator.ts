import "server-only";
import { subjectOf } from "@/lib/accounts/commands/account-in-hand";
import { newAdministrator } from "@/lib/accounts/schema";
import { command } from "@/lib/audit/command";
import { operatorActor } from "@/lib/auth/operator";
import { hashPassword, normaliseUsername } from "@/lib/auth/passwords";
import { toDate, validOn } from "@/lib/calendar";
import { newSecret } from "@/lib/crypto/tokens";
import { DomainError } from "@/lib/errors";

/**
 * The first administrator of a new portal, made on the server's command line. Returns the secret that is shown once
 * and must be changed at the first log-in. Refuses while an administrator can log in: that one makes the others.
 */
export async function createFirstAdministrator(input: {
  username: string;
  name: string;
}): Promise<{ username: string; secret: string }> {
  const parsed = newAdministrator.safeParse(input);
  if (!parsed.success) throw new DomainError("CONFLICT", parsed.error.issues.map(({ message }) => message).join(""));
  const actor = operatorActor();
  const username = normaliseUsername(parsed.data.username);
  const secret = newSecret();
  const passwordHash = await hashPassword(secret);
  await command(actor, "account.createFirst", { username }, async (tx, record) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('first administrator', 0))`;
    const able = await tx.user.findFirst({
      where: { disabledAt: null, grants: { some: { role: "ADMIN", ...validOn(actor.day) } } },
      select: { username: true },
    });
    if (able) {
      throw new DomainError(
        "CONFLICT",
        `已有系统管理员（${able.username}）。请由其登录后创建其他账号；忘记密码时，由另一名系统管理员发放一次性链接。`,
      );
    }
    const grant = { role: "ADMIN" as const, validFrom: toDate(actor.day), duty: 1 };
    const account = await tx.user.create({
      data: { username, name: parsed.data.name, passwordHash, mustChangePassword: true, grants: { create: grant } },
      select: { id: true, username: true, name: true },
    });
    await record({ ...subjectOf(account), after: { username, name: account.name, role: "ADMIN" } });
    return { id: account.id };
  });
  return { username, secret };
}
