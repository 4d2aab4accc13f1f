import "server-only";
import type { MemberStage } from "@/generated/prisma/enums";
import { deadlinesAhead } from "@/lib/agenda/queries/ahead";
import type { Actor } from "@/lib/auth/actor";
import { officerPostLabels } from "@/lib/branches/labels";
import { visibleBranches } from "@/lib/branches/policy";
import { toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { memberStageLabels } from "@/lib/members/labels";
import { type BranchFinding, branchFindings } from "@/lib/rulebook/queries/branch-findings";
import { isOpen } from "@/lib/rulebook/rules/rulebook";

/** The secretary's branches, each with its people, its enterprises, what falls due and what the rulebook finds. */
export async function secretaryBranches(actor: Actor) {
  const { branchIds } = actor;
  const [branches, findings] = await Promise.all([findOwnBranches(actor), branchFindings(actor, { branchIds })]);
  const ahead = await deadlinesAhead(actor, { branchIds, findings });
  return branches.map(({ terms, officers, coverages, memberships, ...branch }) => {
    const stages = memberships.map(({ member }) => member.stage);
    return {
      ...branch,
      termEndsOn: terms[0] ? toDay(terms[0].endsOn) : null,
      officers: officers.map(({ post, member }) => `${officerPostLabels[post]} ${member.name}`),
      enterprises: coverages.map(({ enterprise }) => enterprise),
      stages: countStages(stages),
      memberCount: stages.filter((stage) => stage === "FULL" || stage === "PROBATIONARY").length,
      deadlines: ahead.get(branch.id) ?? [],
      findings: findings.filter(({ branchId }) => branchId === branch.id).filter(isToTell),
    };
  });
}

/** A finding that no deadline says: a breach, or a duty without a day. What is put aside stays on the branch's page. */
function isToTell(finding: BranchFinding): boolean {
  return isOpen(finding) && (finding.outcome === "BREACHED" || finding.dueOn === null);
}

function findOwnBranches(actor: Actor) {
  const live = validOn(actor.day);
  return db.branch.findMany({
    where: { AND: [visibleBranches(actor), { id: { in: actor.branchIds } }] },
    orderBy: { nameSort: "asc" },
    select: {
      id: true,
      name: true,
      kind: true,
      meetingPlace: true,
      terms: { orderBy: { endsOn: "desc" }, take: 1, select: { endsOn: true } },
      officers: { where: live, orderBy: { post: "asc" }, select: { post: true, member: { select: { name: true } } } },
      coverages: { where: live, select: { enterprise: { select: { id: true, name: true, employeeCount: true } } } },
      memberships: { where: live, select: { member: { select: { stage: true } } } },
    },
  });
}

function countStages(stages: MemberStage[]): { label: string; count: number }[] {
  const groups = Map.groupBy(stages, (stage) => stage);
  return [...groups].map(([stage, group]) => ({ label: memberStageLabels[stage], count: group.length }));
}

export type SecretaryBranch = Awaited<ReturnType<typeof secretaryBranches>>[number];
