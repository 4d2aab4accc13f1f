import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { joinMembers, lockEnterprises } from "@/lib/branches/commands/attach-enterprises";
import { spelled } from "@/lib/branches/commands/create-branch";
import { auditSubject, refuseFuture } from "@/lib/branches/commands/load-branch";
import { canEditBranch } from "@/lib/branches/policy";
import { countFullMembersAt } from "@/lib/branches/queries/count-full-members";
import { type Day, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { jointBranchUnits } from "@/lib/rulebook/rules/joint-branch";
import { branchSize } from "@/lib/rulebook/rules/size";
import { termEnd } from "@/lib/rulebook/rules/term";

type FoundedJointBranch = {
  name: string;
  committeeId: string;
  foundedOn: Day;
  enterpriseIds: string[];
  approvingPaper?: string | null;
  /** Who joins, of the members without a branch; everybody when left out. */
  memberIds?: string[];
};

/**
 * Turns a proposal into a joint branch in one go: the branch, its coverages from the founding day, a term of three
 * years, and the memberships of the full and probationary members who work there and have no branch on that day.
 * Takes two to five enterprises of the committee; refuses, naming it, one that is outside the scope, closed,
 * already covered on that day, or has three or more full members (支部工作条例（试行）第二章).
 */
export function foundJointBranch(actor: Actor, input: FoundedJointBranch): Promise<{ id: string }> {
  return command(actor, "branch.found-joint", input, async (tx, record) => {
    if (!canEditBranch(actor, input)) throw notFound("党委");
    refuseFuture(actor, "成立日期", input.foundedOn);
    const enterpriseIds = [...new Set(input.enterpriseIds)];
    if (enterpriseIds.length < 2 || enterpriseIds.length > jointBranchUnits) {
      throw new DomainError("CONFLICT", `联合支部覆盖 2 至 ${jointBranchUnits} 家企业。请增减所选企业。`);
    }
    const { committeeId, name, foundedOn } = input;
    const enterprises = await lockEnterprises(tx, actor, committeeId, enterpriseIds, foundedOn);
    await refuseUnfit(tx, enterprises, foundedOn);
    const from = toDate(foundedOn);
    const { id } = await tx.branch.create({
      data: {
        ...spelled(name),
        committeeId,
        kind: "JOINT",
        foundedOn: from,
        approvingPaper: input.approvingPaper ?? null,
        terms: { create: { startsOn: from, endsOn: toDate(termEnd(foundedOn)) } },
        coverages: { create: enterpriseIds.map((enterpriseId) => ({ enterpriseId, validFrom: from })) },
      },
      select: { id: true },
    });
    const only = input.memberIds ? { only: input.memberIds } : {};
    const members = await joinMembers(tx, { id, committeeId }, { enterpriseIds, from: foundedOn, ...only });
    const names = enterprises.map((enterprise) => enterprise.name);
    await record({
      ...auditSubject({ id, name, committeeId }),
      after: { ...input, enterpriseIds, enterprises: names, members },
    });
    return { id };
  });
}

/** Says about every enterprise that cannot join why not, all at once. */
async function refuseUnfit(tx: Tx, enterprises: { id: string; name: string }[], day: Day): Promise<void> {
  const ids = enterprises.map(({ id }) => id);
  const coverages = await tx.branchCoverage.findMany({
    where: { enterpriseId: { in: ids }, OR: [{ validTo: null }, { validTo: { gt: toDate(day) } }] },
    select: { enterpriseId: true, branch: { select: { name: true } } },
  });
  const fullCounts = await countFullMembersAt(tx, ids, day);
  const covered = new Map(coverages.map(({ enterpriseId, branch }) => [enterpriseId, branch.name]));
  const reasons = enterprises.flatMap(({ id, name }) => {
    const branchName = covered.get(id);
    if (branchName) return [`“${name}”已由“${branchName}”覆盖`];
    const fullCount = fullCounts.get(id) ?? 0;
    return fullCount >= branchSize ? [`“${name}”有正式党员 ${fullCount} 名，应单独成立支部`] : [];
  });
  if (reasons.length === 0) return;
  throw new DomainError(
    "CONFLICT",
    `${reasons.join("；")}。请去掉${reasons.length > 1 ? "这些企业" : "这家企业"}后再成立联合支部。`,
  );
}
