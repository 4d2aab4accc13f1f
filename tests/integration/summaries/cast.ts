import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { WrittenSummary } from "@/lib/summaries/schema";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { orgLifeRecord, plan } from "@/tests/support/factories/quarter";
import { account, assignment, branch, committee, instructor } from "@/tests/support/factories/registers";

/** The day of these tests, inside the quarter of their plan; its summaries are due on 2027-01-10. */
export const day = "2026-12-20";
export const quarter = { year: 2026, quarter: 4 as const };

export type Stage = Awaited<ReturnType<typeof stage>>;

/** A committee with a plan of one mandatory task, an expected branch that kept a record for it, and everybody around. */
export async function stage() {
  const committeeId = (await committee()).id;
  const own = await branch({ committeeId });
  const other = await branch({ committeeId });
  const foreign = (await committee()).id;
  const issued = await plan({ ...quarter, committeeId, expects: [own, other] });
  const [task] = issued.tasks;
  if (!task) throw new Error("the plan has a task");
  await orgLifeRecord({ branchId: own.id, heldOn: "2026-11-10", taskIds: [task.id] });
  const [staffAccount, secretaryAccount] = [
    await account({ grants: [{ role: "STAFF", committeeId }] }),
    await account({ grants: [{ role: "SECRETARY", branchId: own.id }] }),
  ];
  const profile = (await instructor({ committeeId })).id;
  await assignment({ instructorId: profile, branchId: own.id });
  return {
    committeeId,
    branchId: own.id,
    branchName: own.name,
    otherBranchId: other.id,
    planId: issued.id,
    taskId: task.id,
    staff: staffOf(committeeId, { day, userId: staffAccount.id }),
    secretary: secretaryOf(own.id, { day, userId: secretaryAccount.id }),
    /** Everybody for whom the summary does not exist. */
    strangers: [
      staffOf(foreign, { day }),
      secretaryOf(other.id, { day }),
      instructorOf(profile, { day }),
      administrator({ day }),
      auditor({ day }),
      anonymousOf({ committeeIds: [committeeId], branchIds: [own.id] }),
    ] satisfies Actor[],
  };
}

/** A summary as its secretary writes it. */
export function written({ planId, branchId }: Pick<Stage, "planId" | "branchId">, more: Partial<WrittenSummary> = {}) {
  const texts = { practice: "开展主题党日。", effect: "成效明显。", problems: "时间不足。", nextSteps: "继续推进。" };
  return { planId, branchId, version: 0, texts, results: {}, intent: "save" as const, ...more };
}

export function storedOf({ planId, branchId }: Pick<Stage, "planId" | "branchId">) {
  return db.quarterlySummary.findUniqueOrThrow({
    where: { planId_branchId: { planId, branchId } },
    include: {
      submissions: { orderBy: { number: "asc" } },
      steps: { orderBy: { at: "asc" } },
      results: true,
    },
  });
}

/** What a command is given of a summary as it stands. */
export async function seenOf(set: Pick<Stage, "planId" | "branchId">) {
  const { planId, branchId, version } = await storedOf(set);
  return { planId, branchId, version };
}

/** The acts in the trail of a summary, oldest first. */
export async function trailOf(subjectId: string): Promise<string[]> {
  const entries = await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
  return entries.map(({ action }) => action);
}

export function noticesOf(userId: string | null) {
  return db.notification.findMany({ where: { userId: userId ?? "" }, orderBy: { createdAt: "asc" } });
}
