import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { refuseSharedEnterprises } from "@/lib/branches/commands/attach-enterprises";
import { refuseForeignBuilding, spelled } from "@/lib/branches/commands/create-branch";
import { auditSubject, type LoadedBranch, lockLiveBranch, refuseFuture } from "@/lib/branches/commands/load-branch";
import { branchKindLabels } from "@/lib/branches/labels";
import type { EditedBranch } from "@/lib/branches/schema";
import { type Day, formatDayInText, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, StaleError } from "@/lib/errors";

/**
 * Corrects a branch's facts; a new name here is a correction too, renaming has its own command.
 * Refuses when somebody saved it after the form was opened, a founding day later than what is recorded of the branch,
 * and a kind that its coverages do not allow.
 */
export function updateBranch(actor: Actor, input: EditedBranch): Promise<{ id: string }> {
  return command(actor, "branch.update", input, async (tx, record) => {
    const before = await lockLiveBranch(tx, actor, input.id);
    if (before.version !== input.version) throw stale(before);
    refuseFuture(actor, "成立日期", input.foundedOn);
    await refuseForeignBuilding(tx, before.committeeId, input.buildingId);
    if (input.foundedOn !== before.foundedOn) await moveFounding(tx, before, input.foundedOn);
    const { id, version, name, foundedOn, ...facts } = input;
    const written = await tx.branch.updateMany({
      where: { id, version, dissolvedOn: null },
      data: { ...facts, ...spelled(name), foundedOn: toDate(foundedOn), version: { increment: 1 } },
    });
    if (written.count !== 1) throw stale(before);
    if (input.kind !== before.kind) await refuseSharedUnder(tx, { ...before, kind: input.kind });
    await record({ ...auditSubject({ ...before, name }), before, after: input });
    return { id };
  });
}

/** What is recorded of a branch cannot be older than the branch; the first former name starts with it. */
async function moveFounding(tx: Tx, branch: LoadedBranch, foundedOn: Day): Promise<void> {
  const [first] = await tx.$queryRaw<{ day: string | null }[]>`
    SELECT min(day)::text AS day FROM (
      SELECT "validFrom" AS day FROM "BranchCoverage" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "validFrom" FROM "BranchOfficer" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "validFrom" FROM "PartyGroup" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "validFrom" FROM "Membership" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "startsOn" FROM "BranchTerm" WHERE "branchId" = ${branch.id}::uuid
      UNION ALL SELECT "validTo" - 1 FROM "BranchName" WHERE "branchId" = ${branch.id}::uuid
    ) AS facts`;
  if (first?.day && first.day < foundedOn) {
    throw new DomainError(
      "CONFLICT",
      `支部已有自${formatDayInText(first.day)}起的记录，成立日期不能晚于这一天。请先更正那些记录，或核对成立日期。`,
    );
  }
  await tx.branchName.updateMany({
    where: { branchId: branch.id, validFrom: toDate(branch.foundedOn) },
    data: { validFrom: toDate(foundedOn) },
  });
}

async function refuseSharedUnder(tx: Tx, branch: LoadedBranch): Promise<void> {
  const covered = await tx.branchCoverage.findMany({ where: { branchId: branch.id }, select: { enterpriseId: true } });
  await refuseSharedEnterprises(
    tx,
    branch,
    covered.map(({ enterpriseId }) => enterpriseId),
  );
}

function stale(branch: LoadedBranch): StaleError {
  return new StaleError(branch.version, {
    kind: branchKindLabels[branch.kind],
    name: branch.name,
    foundedOn: branch.foundedOn,
    approvingPaper: branch.approvingPaper ?? "",
    meetingPlace: branch.meetingPlace ?? "",
  });
}
