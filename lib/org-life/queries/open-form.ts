import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { recordableBranches } from "@/lib/org-life/policy";
import { planTasksOn } from "@/lib/org-life/queries/plan-tasks";
import { rosterOn } from "@/lib/org-life/queries/roster-on";
import { recordsOfDay } from "@/lib/org-life/queries/similar-records";

/** The live branches the actor keeps records for, in pinyin order. */
export function recordBranchChoices(actor: Actor) {
  return db.branch.findMany({
    where: { AND: [recordableBranches(actor), { dissolvedOn: null }] },
    orderBy: { nameSort: "asc" },
    take: 1_000,
    select: { id: true, name: true },
  });
}

/** What a form of a record offers for a branch and a day; null when the branch is not the actor's to record for. */
export async function openRecordForm(actor: Actor, asked: { branchId: string; heldOn: Day; exceptId?: string }) {
  const branch = await db.branch.findFirst({
    where: { AND: [visibleBranches(actor), recordableBranches(actor), { id: asked.branchId }] },
    select: { id: true, name: true, foundedOn: true, meetingPlace: true },
  });
  if (!branch) return null;
  const { heldOn } = asked;
  const [roster, tasks, held, groups, officers] = await Promise.all([
    rosterOn(db, branch.id, heldOn),
    planTasksOn(db, branch.id, heldOn),
    recordsOfDay(db, asked),
    listGroups(branch.id, heldOn),
    db.branchOfficer.findMany({
      where: { branchId: branch.id, ...validOn(heldOn) },
      orderBy: { post: "asc" },
      select: { post: true, member: { select: { name: true } } },
    }),
  ]);
  return {
    branch: { ...branch, foundedOn: toDay(branch.foundedOn) },
    roster,
    tasks: tasks.map(({ id, title, evidence, recordKinds }) => ({ id, title, evidence, recordKinds })),
    held,
    groups,
    officers: [...new Set(officers.map(({ member }) => member.name))],
    secretary: officers.find(({ post }) => post === "SECRETARY")?.member.name ?? null,
  };
}

/** The groups on a day, each with the members its last meeting called: nobody is asked twice who is in which group. */
async function listGroups(branchId: string, day: Day) {
  const groups = await db.partyGroup.findMany({
    where: { branchId, ...validOn(day) },
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      records: {
        where: { withdrawnAt: null },
        orderBy: [{ heldOn: "desc" }, { id: "desc" }],
        take: 1,
        select: { attendance: { select: { memberId: true } } },
      },
    },
  });
  return groups.map(({ id, name, records: [last] }) => ({
    id,
    name,
    memberIds: last ? last.attendance.map(({ memberId }) => memberId) : null,
  }));
}

export type OpenForm = NonNullable<Awaited<ReturnType<typeof openRecordForm>>>;
