import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { canEditBranch, visibleBranches } from "@/lib/branches/policy";
import { type Day, formatDayInText, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";

export type LoadedBranch = Awaited<ReturnType<typeof lockBranch>>;

/**
 * The branch a command is about, in the actor's scope, locked until the end of the transaction:
 * two people changing one branch act one after the other, and neither acts on a branch dissolved meanwhile.
 */
export async function lockBranch(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "Branch" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const branch = await tx.branch.findFirst({
    where: { AND: [visibleBranches(actor), { id }] },
    select: {
      id: true,
      committeeId: true,
      name: true,
      kind: true,
      foundedOn: true,
      approvingPaper: true,
      meetingPlace: true,
      buildingId: true,
      isDemonstration: true,
      dissolvedOn: true,
      successorId: true,
      version: true,
    },
  });
  if (!branch || !canEditBranch(actor, branch)) throw notFound("党支部");
  return {
    ...branch,
    foundedOn: toDay(branch.foundedOn),
    dissolvedOn: branch.dissolvedOn && toDay(branch.dissolvedOn),
  };
}

/** The same, and it is not dissolved. */
export async function lockLiveBranch(tx: Tx, actor: Actor, id: string): Promise<LoadedBranch> {
  const branch = await lockBranch(tx, actor, id);
  if (branch.dissolvedOn) {
    throw new DomainError(
      "WRONG_STATE",
      `“${branch.name}”已于${formatDayInText(branch.dissolvedOn)}撤销，不能再变更。登记有误时请用“更正”或“恢复支部”。`,
    );
  }
  return branch;
}

/** A fact is recorded when it holds: neither before the branch was founded nor after today. */
export function refuseOutside(branch: { foundedOn: Day }, actor: Actor, label: string, day: Day): void {
  if (day < branch.foundedOn) {
    const founded = formatDayInText(branch.foundedOn);
    throw new DomainError("CONFLICT", `${label}早于支部成立日期（${founded}）。请核对；成立日期有误时请先修改。`);
  }
  refuseFuture(actor, label, day);
}

/** What has not happened yet is not recorded as having happened. */
export function refuseFuture(actor: Actor, label: string, day: Day): void {
  if (day > actor.day) {
    throw new DomainError(
      "CONFLICT",
      `${label}晚于今天（${formatDayInText(actor.day)}）。请核对，或在当天及以后登记。`,
    );
  }
}

/** How a branch stands in the trail. */
export function auditSubject(branch: { id: string; name: string; committeeId: string }) {
  return { subjectType: "Branch", subjectId: branch.id, subjectName: branch.name, committeeId: branch.committeeId };
}
