import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { refuseSharedEnterprises } from "@/lib/branches/commands/attach-enterprises";
import { auditSubject, type LoadedBranch, lockLiveBranch, refuseFuture } from "@/lib/branches/commands/load-branch";
import type { DissolvedBranch } from "@/lib/branches/schema";
import { type Day, formatDayInText, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, StaleError } from "@/lib/errors";

/**
 * Dissolves a branch from a day on and ends on that day what still holds: coverages, posts, groups, instructors.
 * With a successor all members move there on the same day, and, when asked, the enterprises; without one it refuses
 * while members remain. Refuses a day on or before anything recorded of the branch.
 */
export function dissolveBranch(actor: Actor, input: DissolvedBranch): Promise<{ id: string }> {
  return command(actor, "branch.dissolve", input, async (tx, record) => {
    await lockInOrder(tx, [input.id, ...(input.successorId ? [input.successorId] : [])]);
    const branch = await lockLiveBranch(tx, actor, input.id);
    const successor = input.successorId ? await fitSuccessor(tx, actor, branch, input) : null;
    const day = input.dissolvedOn;
    refuseFuture(actor, "撤销日期", day);
    await refuseBeforeLastFact(tx, branch, day);
    const members = await moveMembers(tx, branch, successor, day);
    const enterprises = await endCoverages(tx, branch, input.movesEnterprises ? successor : null, day);
    const ended = { where: { branchId: branch.id, validTo: null }, data: { validTo: toDate(day) } };
    await tx.branchOfficer.updateMany(ended);
    await tx.partyGroup.updateMany(ended);
    await tx.assignment.updateMany(ended);
    const written = await tx.branch.updateMany({
      where: { id: branch.id, version: input.version, dissolvedOn: null },
      data: {
        dissolvedOn: toDate(day),
        dissolveReason: input.reason,
        successorId: input.successorId,
        version: { increment: 1 },
      },
    });
    if (written.count !== 1) throw new StaleError(branch.version, {});
    const moved = { successor: successor?.name ?? null, members, enterprises };
    await record({ ...auditSubject(branch), reason: input.reason, after: { dissolvedOn: day, ...moved } });
    if (successor)
      await record({ ...auditSubject(successor), after: { takenOverFrom: branch.name, on: day, ...moved } });
    return { id: branch.id };
  });
}

/** Always in the same order, so that two dissolutions into each other cannot wait for one another. */
async function lockInOrder(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Branch" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

async function fitSuccessor(tx: Tx, actor: Actor, branch: LoadedBranch, input: DissolvedBranch): Promise<LoadedBranch> {
  const successor = await lockLiveBranch(tx, actor, input.successorId ?? "");
  if (successor.id === branch.id) throw new DomainError("CONFLICT", "承接支部不能是本支部。请选择另一个支部。");
  if (successor.committeeId !== branch.committeeId) {
    throw new DomainError("CONFLICT", "承接支部须属于同一党委。跨党委转移请先在党员页逐一办理组织关系转接。");
  }
  if (successor.foundedOn > input.dissolvedOn) {
    const founded = formatDayInText(successor.foundedOn);
    throw new DomainError("CONFLICT", `承接支部“${successor.name}”${founded}才成立，晚于撤销日期。请核对日期。`);
  }
  return successor;
}

/** The first day on which everything recorded of the branch can end. */
async function refuseBeforeLastFact(tx: Tx, branch: LoadedBranch, day: Day): Promise<void> {
  const [earliest] = await tx.$queryRaw<{ day: Day | null }[]>`
    SELECT max(greatest("validFrom" + 1, "validTo"))::text AS day FROM (
      SELECT "validFrom", "validTo" FROM "BranchCoverage" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "validFrom", "validTo" FROM "BranchOfficer" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "validFrom", "validTo" FROM "PartyGroup" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "validFrom", "validTo" FROM "Membership" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "validFrom", "validTo" FROM "Assignment" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "startsOn", NULL FROM "BranchTerm" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "validFrom", "validTo" FROM "BranchName" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "foundedOn", NULL FROM "Branch" WHERE id = ${branch.id}::uuid
    ) AS facts`;
  if (!earliest?.day || day >= earliest.day) return;
  throw new DomainError(
    "CONFLICT",
    `支部还有比撤销日期更晚的登记（覆盖、任职、任期、党小组、党员进出等），撤销日期最早为${formatDayInText(earliest.day)}。请核对日期，或先更正那些记录。`,
  );
}

async function moveMembers(tx: Tx, branch: LoadedBranch, successor: LoadedBranch | null, day: Day): Promise<string[]> {
  const open = { branchId: branch.id, validTo: null };
  const memberships = await tx.membership.findMany({
    where: open,
    orderBy: { member: { nameSort: "asc" } },
    select: { memberId: true, member: { select: { name: true } } },
  });
  const names = memberships.map(({ member }) => member.name);
  if (names.length === 0) return names;
  if (!successor) {
    const some = `${names.slice(0, 3).join("、")}${names.length > 3 ? "等" : ""}`;
    throw new DomainError(
      "WRONG_STATE",
      `支部还有 ${names.length} 名党员（${some}）。请选择承接支部，党员随支部一并转入；或先在党员页逐一转出，再撤销支部。`,
    );
  }
  await tx.membership.updateMany({ where: open, data: { validTo: toDate(day) } });
  await tx.membership.createMany({
    data: memberships.map(({ memberId }) => ({ memberId, branchId: successor.id, validFrom: toDate(day) })),
  });
  return names;
}

/** Ends the branch's coverages; a taker covers from then on what it does not cover yet. */
async function endCoverages(tx: Tx, branch: LoadedBranch, taker: LoadedBranch | null, day: Day): Promise<string[]> {
  const open = { branchId: branch.id, validTo: null };
  const coverages = await tx.branchCoverage.findMany({
    where: open,
    select: { enterpriseId: true, enterprise: { select: { name: true } } },
  });
  await tx.branchCoverage.updateMany({ where: open, data: { validTo: toDate(day) } });
  if (taker && coverages.length > 0) {
    const held = await tx.branchCoverage.findMany({
      where: { branchId: taker.id, OR: [{ validTo: null }, { validTo: { gt: toDate(day) } }] },
      select: { enterpriseId: true },
    });
    const holds = new Set(held.map(({ enterpriseId }) => enterpriseId));
    const taken = coverages.map(({ enterpriseId }) => enterpriseId).filter((id) => !holds.has(id));
    await tx.branchCoverage.createMany({
      data: taken.map((enterpriseId) => ({
        branchId: taker.id,
        branchKind: taker.kind,
        enterpriseId,
        validFrom: toDate(day),
      })),
    });
    await refuseSharedEnterprises(tx, taker, taken);
  }
  return coverages.map(({ enterprise }) => enterprise.name);
}
