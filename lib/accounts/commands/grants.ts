import "server-only";
import type { Role } from "@/generated/prisma/enums";
import { endSessions, subjectOf, takeAccount } from "@/lib/accounts/commands/account-in-hand";
import { writeGrant } from "@/lib/accounts/commands/write-grant";
import { roleLabels } from "@/lib/accounts/labels";
import type { EndedGrant, NewGrant } from "@/lib/accounts/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";

const ended = (role: Role) => `角色变更：${roleLabels[role]}`;

/**
 * Gives a person a role from a day on and ends the person's sessions. Refuses the administrator's own account,
 * a role already held there, and administrator or auditor beside another duty.
 */
export function addGrant(actor: Actor, input: NewGrant): Promise<{ id: string }> {
  return command(actor, "grant.add", input, async (tx, record) => {
    const account = await takeAccount(tx, actor, input.userId);
    const after = await writeGrant(tx, actor, account.id, input);
    await endSessions(tx, account.id, ended(input.role));
    await record({ ...subjectOf(account), after });
    return { id: account.id };
  });
}

/** Ends a role from a day on, today at the earliest. A role that has not held a whole day yet is taken away at once. */
export function endGrant(actor: Actor, input: EndedGrant): Promise<{ id: string }> {
  return command(actor, "grant.end", input, async (tx, record) => {
    const account = await takeAccount(tx, actor, await ownerOf(tx, input.id));
    const grant = await tx.roleGrant.findUnique({ where: { id: input.id } });
    if (!grant) throw notFound("角色");
    if (input.endsOn < actor.day) throw new DomainError("WRONG_STATE", "结束日期不能早于今天。");
    const isOver = grant.validTo !== null && toDay(grant.validTo) <= actor.day;
    if (isOver) throw new DomainError("WRONG_STATE", "这个角色已经结束。");
    const endsOn = toDate(input.endsOn);
    if (endsOn <= grant.validFrom) await tx.roleGrant.delete({ where: { id: grant.id }, select: { id: true } });
    else await tx.roleGrant.update({ where: { id: grant.id }, data: { validTo: endsOn }, select: { id: true } });
    await endSessions(tx, account.id, ended(grant.role));
    await record({
      ...subjectOf(account),
      before: {
        role: grant.role,
        validFrom: toDay(grant.validFrom),
        validTo: grant.validTo && toDay(grant.validTo),
      },
      after: { role: grant.role, validTo: input.endsOn },
    });
    return { id: account.id };
  });
}

async function ownerOf(tx: Tx, grantId: string): Promise<string> {
  const grant = await tx.roleGrant.findUnique({ where: { id: grantId }, select: { userId: true } });
  if (!grant) throw notFound("角色");
  return grant.userId;
}
