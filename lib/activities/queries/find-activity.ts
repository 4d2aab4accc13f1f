import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { activityParts, canAnswerForBranch, canOrganize, visibleActivities } from "@/lib/activities/policy";
import { totalsOf } from "@/lib/activities/queries/activity-totals";
import { activityRow, rowOf } from "@/lib/activities/queries/list-activities";
import { answerUntil, hasBegun } from "@/lib/activities/rules";
import { activityStep } from "@/lib/activities/workflow";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { canSeePlans } from "@/lib/plans/policy";

export type FoundActivity = NonNullable<Awaited<ReturnType<typeof findActivity>>>;

const columns = {
  id: true,
  committeeId: true,
  branchId: true,
  taskId: true,
  campaignId: true,
  kind: true,
  status: true,
  title: true,
  detail: true,
  place: true,
  organizers: true,
  startsOn: true,
  endsOn: true,
  signUpUntil: true,
  doorTokenHash: true,
  heldNote: true,
  cancelReason: true,
  createdByName: true,
  version: true,
  committee: { select: { name: true } },
  branch: { select: { name: true } },
  task: { select: { title: true, planId: true } },
  campaign: { select: { id: true, title: true } },
  branches: { select: { branchId: true } },
  attachments: {
    where: { removedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, name: true, byteCount: true, createdByName: true },
  },
  figures: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      measure: true,
      amount: true,
      unit: true,
      periodFrom: true,
      periodTo: true,
      source: true,
      note: true,
      createdByName: true,
    },
  },
} satisfies Prisma.ActivitySelect;

/** One activity with its figures and what the actor may do next; null when missing or outside the scope. */
export async function findActivity(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const activity = await db.activity.findFirst({ where: { AND: [visibleActivities(actor), { id }] }, select: columns });
  if (!activity) return null;
  const { committee, branch, task, branches, doorTokenHash, figures, ...facts } = activity;
  const days = { startsOn: toDay(activity.startsOn), endsOn: toDay(activity.endsOn) };
  const signUpUntil = activity.signUpUntil && toDay(activity.signUpUntil);
  const invitedBranchIds = branches.map(({ branchId }) => branchId);
  const parts = activityParts(actor, { ...activity, invitedBranchIds });
  const may = (action: Parameters<typeof activityStep>[1]) => activityStep(activity.status, action, parts) !== null;
  const begun = hasBegun(days, actor.day);
  return {
    ...facts,
    ...days,
    signUpUntil,
    answerUntil: answerUntil({ ...days, signUpUntil }),
    hasBegun: begun,
    hasDoor: doorTokenHash !== null,
    organizerName: branch?.name ?? committee.name,
    task: task && { ...task, isLinked: canSeePlans(actor) },
    invitedBranchIds,
    figures: figures.map(({ amount, periodFrom, periodTo, ...figure }) => ({
      ...figure,
      amount: amount.toNumber(),
      periodFrom: toDay(periodFrom),
      periodTo: toDay(periodTo),
    })),
    can: {
      edit: may("EDIT"),
      invite: may("INVITE"),
      answer: may("ANSWER") && actor.day <= answerUntil({ ...days, signUpUntil }),
      tick: may("TICK") && begun,
      openDoor: may("DOOR") && actor.day <= days.endsOn,
      addResult: may("ADD_RESULT") && begun,
      attach: may("ADD_RESULT"),
      hold: may("HOLD") && begun,
      cancel: may("CANCEL"),
    },
  };
}

/** Who is asked to an activity and who came: all of them for its organizer, those in the own scope for everybody else. */
export async function listParticipants(actor: Actor, activity: FoundActivity) {
  const seesAll = canOrganize(actor, activity);
  const [branches, enterprises] = await Promise.all([
    db.activityBranch.findMany({
      where: { activityId: activity.id, ...(seesAll ? {} : { branch: visibleBranches(actor) }) },
      orderBy: [{ branch: { nameSort: "asc" } }, { branchId: "asc" }],
      select: {
        branchId: true,
        signedUpAt: true,
        declinedAt: true,
        attendedCount: true,
        branch: { select: { name: true } },
      },
    }),
    db.activityEnterprise.findMany({
      where: { activityId: activity.id, ...(seesAll ? {} : { enterprise: visibleEnterprises(actor) }) },
      orderBy: [{ enterprise: { nameSort: "asc" } }, { enterpriseId: "asc" }],
      select: { enterpriseId: true, signedUpAt: true, attendedCount: true, enterprise: { select: { name: true } } },
    }),
  ]);
  return {
    branches: branches.map(({ branchId, branch, ...row }) => ({ ...row, id: branchId, name: branch.name })),
    enterprises: enterprises.map(({ enterpriseId, enterprise, ...row }) => ({
      ...row,
      declinedAt: null,
      id: enterpriseId,
      name: enterprise.name,
    })),
  };
}

export type Participants = Awaited<ReturnType<typeof listParticipants>>;
export type Participant = Participants["branches"][number];

/** The invitations the actor answers: each own branch with its answer so far and the enterprises it could bring. */
export async function ownInvitations(actor: Actor, activity: FoundActivity) {
  if (!activity.can.answer) return [];
  const ids = activity.invitedBranchIds.filter((branchId) => canAnswerForBranch(actor, branchId));
  const rows = await db.activityBranch.findMany({
    where: { activityId: activity.id, branchId: { in: ids }, attendedCount: null },
    orderBy: { branch: { nameSort: "asc" } },
    select: {
      branchId: true,
      signedUpAt: true,
      declinedAt: true,
      branch: {
        select: {
          name: true,
          coverages: {
            where: { ...validOn(actor.day), enterprise: { closedOn: null } },
            orderBy: { enterprise: { nameSort: "asc" } },
            select: {
              enterprise: {
                select: {
                  id: true,
                  name: true,
                  activities: { where: { activityId: activity.id }, select: { signedUpAt: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  return rows.map(({ branch, ...row }) => ({
    ...row,
    branchName: branch.name,
    enterprises: branch.coverages.map(({ enterprise: { activities, ...enterprise } }) => ({
      ...enterprise,
      isInvited: activities.length > 0,
      isComing: activities.some(({ signedUpAt }) => signedUpAt !== null),
    })),
  }));
}

export type OwnInvitation = Awaited<ReturnType<typeof ownInvitations>>[number];

/** The parts of a campaign in the actor's scope, and what they come to together with the campaign's own figures. */
export async function findCampaignParts(actor: Actor, activity: FoundActivity) {
  if (activity.kind !== "CAMPAIGN") return null;
  const parts = { AND: [visibleActivities(actor), { campaignId: activity.id }] };
  const whole = { AND: [visibleActivities(actor), { OR: [{ campaignId: activity.id }, { id: activity.id }] }] };
  const [rows, totals] = await Promise.all([
    db.activity.findMany({
      where: parts,
      orderBy: [{ startsOn: "asc" }, { id: "asc" }],
      take: 200,
      select: activityRow,
    }),
    totalsOf(whole),
  ]);
  return { rows: rows.map(rowOf), totals };
}
