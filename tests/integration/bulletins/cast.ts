import type { Actor } from "@/lib/auth/actor";
import { draftBulletin } from "@/lib/bulletins/commands/draft-bulletin";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { orgLifeRecord, plan, summary } from "@/tests/support/factories/quarter";
import { account, branch, committee, enterprise, instructor } from "@/tests/support/factories/registers";

/** The day of these tests: the third quarter is over, its summaries were due on the 10th. */
export const day = "2026-10-20";
export const quarter = { year: 2026, quarter: 3 } as const;

export type Quarter = Awaited<ReturnType<typeof quarterOfCommittee>>;

/** A committee with a prefix and three branches, one on time, one late, one silent; a covered and an uncovered enterprise. */
export async function quarterOfCommittee() {
  const committeeId = (await committee()).id;
  await db.committeeName.updateMany({ where: { committeeId }, data: { documentPrefix: "渝互联网党发" } });
  const covered = await enterprise({ committeeId, name: "安信科技有限公司", isSettled: true });
  await enterprise({ committeeId, name: "博达科技有限公司", isSettled: true });
  const first = await branch({ committeeId, name: "安信党支部", covers: [covered.id] });
  const second = await branch({ committeeId, name: "博达党支部" });
  const third = await branch({ committeeId, name: "创想党支部" });
  const made = await plan({
    committeeId,
    ...quarter,
    expects: [first, second, third],
    tasks: [{ title: "主题党日" }, { title: "调研报告", kind: "PRIORITY", evidence: "REPORT", isMandatory: false }],
  });
  const [task, report] = made.tasks.map(({ id }) => id) as [string, string];
  await summary({ planId: made.id, branchId: first.id, status: "ACCEPTED", submittedOn: "2026-10-09" });
  await summary({ planId: made.id, branchId: second.id, status: "SUBMITTED", submittedOn: "2026-10-12" });
  const record = await orgLifeRecord({
    branchId: first.id,
    heldOn: "2026-08-01",
    topic: "重温入党誓词",
    taskIds: [task],
  });
  await db.taskWaiver.create({ data: { taskId: report, branchId: second.id, reason: "没有调研任务", byName: "书记" } });
  const staff = staffOf(committeeId, { day });
  return { committeeId, planId: made.id, task, report, first, second, third, covered, record, staff };
}

/** A bulletin drafted for such a quarter. */
export async function drafted(given: Quarter): Promise<{ id: string; version: number }> {
  const { id } = await draftBulletin(given.staff, { planId: given.planId });
  return { id, version: 1 };
}

/** Everybody who may not write the bulletins of a committee, each with as much scope as the role can have. */
export async function refusedOf(given: Quarter): Promise<[string, Actor][]> {
  const profile = (await instructor({ committeeId: given.committeeId })).id;
  return [
    ["staff of another committee", staffOf((await committee()).id, { day })],
    ["secretary of an expected branch", secretaryOf(given.first.id, { day })],
    ["instructor", instructorOf(profile, { day })],
    ["administrator", administrator({ day })],
    ["auditor", auditor({ day })],
  ];
}

/** Accounts: an expected branch's secretary, two of the committee's staff, and a secretary elsewhere. */
export async function readersOf({ committeeId, first }: Quarter) {
  const secretary = await account({ grants: [{ role: "SECRETARY", branchId: first.id }] });
  const colleague = await account({ grants: [{ role: "STAFF", committeeId }] });
  const publisher = await account({ grants: [{ role: "STAFF", committeeId }] });
  const stranger = await account({ grants: [{ role: "SECRETARY", branchId: (await branch()).id }] });
  return { secretary, colleague, publisher, stranger };
}

/** Sets the deadline of a plan, to stand before or after it. */
export function moveDeadline(planId: string, summaryDueOn: string) {
  return db.quarterlyPlan.update({ where: { id: planId }, data: { summaryDueOn: toDate(summaryDueOn) } });
}

export function trailOf(subjectId: string) {
  return db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
}
