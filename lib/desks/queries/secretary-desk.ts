import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { officerPostLabels } from "@/lib/branches/labels";
import { visibleBranches } from "@/lib/branches/policy";
import { toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { electionReminderFrom, probationEndsOn, upcoming } from "@/lib/desks/rules";
import { memberStageLabels } from "@/lib/members/labels";

/** The secretary's branches, each with its people, its enterprises and what falls due. */
export async function secretaryBranches(actor: Actor) {
  const live = validOn(actor.day);
  const branches = await db.branch.findMany({
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
      memberships: {
        where: live,
        select: { member: { select: { id: true, name: true, nameSort: true, stage: true, joinedOn: true } } },
      },
    },
  });
  return branches.map(({ terms, officers, coverages, memberships, ...branch }) => {
    const members = memberships.map(({ member }) => member).toSorted((a, b) => (a.nameSort < b.nameSort ? -1 : 1));
    const termEndsOn = terms[0] ? toDay(terms[0].endsOn) : null;
    return {
      ...branch,
      termEndsOn,
      officers: officers.map(({ post, member }) => `${officerPostLabels[post]} ${member.name}`),
      enterprises: coverages.map(({ enterprise }) => enterprise),
      stages: countStages(members),
      memberCount: members.filter(({ stage }) => stage === "FULL" || stage === "PROBATIONARY").length,
      deadlines: deadlinesOf(branch.id, termEndsOn, members, actor.day),
    };
  });
}

type BranchMember = { id: string; name: string; stage: keyof typeof memberStageLabels; joinedOn: Date | null };

function countStages(members: BranchMember[]): { label: string; count: number }[] {
  const groups = Map.groupBy(members, ({ stage }) => stage);
  return [...groups].map(([stage, group]) => ({ label: memberStageLabels[stage], count: group.length }));
}

function deadlinesOf(branchId: string, termEndsOn: string | null, members: BranchMember[], day: string) {
  const term =
    termEndsOn && electionReminderFrom(termEndsOn) <= day
      ? [{ day: termEndsOn, words: "任期届满，请在此前完成换届", href: `/branches/${branchId}` }]
      : [];
  const probations = members.flatMap(({ id, name, stage, joinedOn }) =>
    stage === "PROBATIONARY" && joinedOn
      ? [{ day: probationEndsOn(toDay(joinedOn)), words: `${name}预备期满，请按时讨论转正`, href: `/members/${id}` }]
      : [],
  );
  return upcoming([...term, ...probations], day);
}
