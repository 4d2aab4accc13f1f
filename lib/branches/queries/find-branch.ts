import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { canEditBranch, canSeeMembersOf, visibleBranches } from "@/lib/branches/policy";
import { branchFigures } from "@/lib/branches/queries/branch-figures";
import { countFullMembersAt } from "@/lib/branches/queries/count-full-members";
import { toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { visibleMembers } from "@/lib/members/policy";

const days = { id: true, validFrom: true, validTo: true } as const;
const named = { id: true, name: true } as const;
const byStart = { validFrom: "desc" } as const;

/** One branch with its facts as forms and headings need them, or null when missing or outside the actor's scope. */
export async function findBranch(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const branch = await db.branch.findFirst({
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
      dissolveReason: true,
      version: true,
      committee: { select: { name: true } },
      building: { select: { name: true, park: { select: named } } },
      successor: { select: named },
    },
  });
  if (!branch) return null;
  const mayEdit = canEditBranch(actor, branch);
  return {
    ...branch,
    foundedOn: toDay(branch.foundedOn),
    dissolvedOn: branch.dissolvedOn && toDay(branch.dissolvedOn),
    can: {
      edit: mayEdit && branch.dissolvedOn === null,
      correct: mayEdit,
      restore: mayEdit && branch.dissolvedOn !== null,
      seeMembers: canSeeMembersOf(actor, branch),
    },
  };
}

/** The same with everything that hangs on the branch, today and before. */
export async function findBranchFile(actor: Actor, id: string) {
  const branch = await findBranch(actor, id);
  if (!branch) return null;
  const [history, coverages, members, figuresOf] = await Promise.all([
    findHistory(branch.id),
    listCoverages(actor, branch.id),
    branch.can.seeMembers ? listMembers(actor, branch.id) : [],
    branchFigures([branch.id], actor.day, 0),
  ]);
  return { ...branch, ...history, coverages, members, figures: figuresOf(branch.id) };
}

async function findHistory(id: string) {
  const history = await db.branch.findUniqueOrThrow({
    where: { id },
    select: {
      names: { orderBy: byStart, select: { ...days, name: true } },
      predecessors: { orderBy: { dissolvedOn: "asc" }, select: { ...named, dissolvedOn: true } },
      terms: { orderBy: { endsOn: "desc" }, select: { id: true, startsOn: true, endsOn: true } },
      groups: { orderBy: byStart, select: { ...days, name: true } },
      officers: {
        orderBy: [{ post: "asc" }, byStart],
        select: { ...days, post: true, memberId: true, member: { select: { name: true } } },
      },
      assignments: { orderBy: byStart, select: { ...days, instructor: { select: named } } },
    },
  });
  return {
    names: history.names.map(withDays),
    predecessors: history.predecessors.map(({ dissolvedOn, ...branch }) => ({
      ...branch,
      dissolvedOn: dissolvedOn && toDay(dissolvedOn),
    })),
    terms: history.terms.map((term) => ({ ...term, startsOn: toDay(term.startsOn), endsOn: toDay(term.endsOn) })),
    groups: history.groups.map(withDays),
    officers: history.officers.map(({ member, ...officer }) => ({ ...withDays(officer), memberName: member.name })),
    assignments: history.assignments.map(withDays),
  };
}

/** Covered enterprises today and before; those today with their full members, and a way where the actor may go. */
async function listCoverages(actor: Actor, branchId: string) {
  const coverages = await db.branchCoverage.findMany({
    where: { branchId },
    orderBy: { enterprise: { nameSort: "asc" } },
    select: { ...days, enterprise: { select: named } },
  });
  const ids = [...new Set(coverages.map(({ enterprise }) => enterprise.id))];
  const [fullCounts, open] = await Promise.all([
    countFullMembersAt(db, ids, actor.day),
    db.enterprise.findMany({ where: { AND: [visibleEnterprises(actor), { id: { in: ids } }] }, select: { id: true } }),
  ]);
  const visible = new Set(open.map(({ id }) => id));
  return coverages.map(({ enterprise, ...coverage }) => ({
    ...withDays(coverage),
    enterprise,
    fullCount: fullCounts.get(enterprise.id) ?? 0,
    isLinked: visible.has(enterprise.id),
  }));
}

async function listMembers(actor: Actor, branchId: string) {
  const members = await db.member.findMany({
    where: { AND: [visibleMembers(actor), { memberships: { some: { branchId, ...validOn(actor.day) } } }] },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: 300,
    select: {
      id: true,
      name: true,
      stage: true,
      isMobile: true,
      employments: {
        where: validOn(actor.day),
        take: 1,
        select: { post: true, enterprise: { select: { name: true } } },
      },
    },
  });
  return members.map(({ employments: [employment], ...member }) => ({
    ...member,
    employer: employment?.enterprise.name ?? null,
    post: employment?.post ?? null,
  }));
}

function withDays<Fact extends { validFrom: Date; validTo: Date | null }>(fact: Fact) {
  return { ...fact, validFrom: toDay(fact.validFrom), validTo: fact.validTo && toDay(fact.validTo) };
}
