import type { PlannedActivity } from "@/lib/activities/schema";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { plan } from "@/tests/support/factories/quarter";
import { account, assignment, branch, committee, enterprise, instructor } from "@/tests/support/factories/registers";

export const day = "2026-11-23";

export type Cast = {
  committeeId: string;
  branchId: string;
  otherBranchId: string;
  enterpriseId: string;
  planId: string;
  taskId: string;
  staff: Actor;
  /** Of the first branch, which covers the enterprise. */
  secretary: Actor;
  instructor: Actor;
  /** Everybody to whom the committee's activities are nothing, each with as much scope as the role can have. */
  strangers: Actor[];
};

/** A committee with a published plan that asks for an activity, two branches, an enterprise, and everybody around. */
export async function castOf(): Promise<Cast> {
  const committeeId = (await committee()).id;
  const enterpriseId = (await enterprise({ committeeId })).id;
  const first = await branch({ committeeId, covers: [enterpriseId] });
  const second = await branch({ committeeId });
  const { id: planId, tasks } = await plan({
    year: 2026,
    quarter: 4,
    committeeId,
    tasks: [{ evidence: "ACTIVITY", title: "参加主题活动", dueOn: "2026-11-30" }],
    expects: [first, second],
  });
  const userOf = async (grant: Parameters<typeof account>[0]) => (await account(grant)).id;
  const staffUser = await userOf({ grants: [{ role: "STAFF", committeeId }] });
  const secretaryUser = await userOf({ grants: [{ role: "SECRETARY", branchId: first.id }] });
  const profile = (await instructor({ committeeId })).id;
  await assignment({ instructorId: profile, enterpriseId });
  const elsewhere = (await committee()).id;
  return {
    committeeId,
    branchId: first.id,
    otherBranchId: second.id,
    enterpriseId,
    planId,
    taskId: tasks[0]?.id ?? "",
    staff: staffOf(committeeId, { day, userId: staffUser }),
    secretary: secretaryOf(first.id, { day, userId: secretaryUser }),
    instructor: instructorOf(profile, { day }),
    strangers: [
      staffOf(elsewhere, { day }),
      secretaryOf((await branch({ committeeId })).id, { day }),
      instructorOf((await instructor({ committeeId })).id, { day }),
      administrator({ day }),
      auditor({ day }),
      anonymousOf({ day, committeeIds: [committeeId] }),
    ],
  };
}

/** What a committee plans for a day in the quarter. */
export function plans(cast: Cast, more: Partial<PlannedActivity> = {}): PlannedActivity {
  return {
    committeeId: cast.committeeId,
    branchId: null,
    kind: "THEMED",
    title: "清朗网络主题活动",
    detail: null,
    place: "数据谷党群服务中心",
    organizers: null,
    startsOn: "2026-11-20",
    endsOn: null,
    signUpUntil: null,
    taskId: null,
    campaignId: null,
    invitesAll: false,
    ...more,
  };
}

export const trailOf = async (subjectId: string) =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(({ action }) => action);

export const stored = (id: string) => db.activity.findUniqueOrThrow({ where: { id } });
