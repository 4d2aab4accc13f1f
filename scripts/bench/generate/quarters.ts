import { addDays, addQuarters, type Quarter, quarterDays, quarterOf, today } from "@/lib/calendar";
import { summaryDueOn } from "@/lib/plans/rules";
import type { Put } from "@/scripts/bench/generate/district";
import type { Random } from "@/scripts/bench/generate/random";

/** How much a branch records: meetings a quarter, and members asked to each. */
export type Habit = { meetings: number; attendees: number };

export type BranchMembers = Map<string, string[]>;

type Task = { id: string; kind: string };
type Plan = { id: string; quarter: Quarter; ago: number; tasks: Task[] };

const meetingKinds = ["THEME_DAY", "GENERAL_MEETING", "PARTY_LECTURE", "COMMITTEE_MEETING"] as const;

/** Eight quarters that end with the present one: a plan, what every branch recorded, and the summaries of those over. */
export function putQuarters(
  put: Put,
  random: Random,
  committeeId: string,
  branches: BranchMembers,
  habit: Habit,
): void {
  for (const ago of [7, 6, 5, 4, 3, 2, 1, 0]) {
    const plan = putPlan(put, random, committeeId, addQuarters(quarterOf(today()), -ago), ago);
    for (const [branchId, memberIds] of branches) {
      put("PlanBranch", {
        planId: plan.id,
        branchId,
        branchName: "支部",
        takenOverAt: `${quarterDays(plan.quarter).from} 02:00`,
      });
      putMeetings(put, random, plan, { branchId, memberIds, habit });
      if (ago > 0 && random.chance(0.95)) putSummary(put, random, plan, branchId);
    }
  }
}

function putPlan(put: Put, random: Random, committeeId: string, quarter: Quarter, ago: number): Plan {
  const id = random.uuid();
  const { from, to } = quarterDays(quarter);
  put("QuarterlyPlan", {
    id,
    committeeId,
    ...quarter,
    title: `${quarter.year}年第${quarter.quarter}季度工作计划`,
    status: ago > 1 ? "CLOSED" : "PUBLISHED",
    summaryDueOn: summaryDueOn(quarter, 10),
    publishedAt: `${from} 01:00`,
    closedAt: ago > 1 ? `${addDays(to, 40)} 01:00` : null,
  });
  const tasks = ["THEME_DAY", "GENERAL_MEETING", "PARTY_LECTURE", "THEME_DAY", "REPORT", "REPORT"].map(
    (kind, index) => {
      const isReport = kind === "REPORT";
      const task = { id: random.uuid(), kind };
      put("PlanTask", {
        id: task.id,
        planId: id,
        position: index + 1,
        kind: isReport ? "PRIORITY" : "ACTIVITY",
        title: `任务${index + 1}`,
        dueOn: addDays(from, 20 + index * 12),
        isMandatory: index < 5,
        evidence: isReport ? "REPORT" : "ORG_LIFE",
        recordKinds: isReport ? [] : [kind],
      });
      return task;
    },
  );
  return { id, quarter, ago, tasks };
}

type Place = { branchId: string; memberIds: string[]; habit: Habit };

/** Of the present quarter only what lies behind. */
function putMeetings(put: Put, random: Random, plan: Plan, { branchId, memberIds, habit }: Place): void {
  const { from } = quarterDays(plan.quarter);
  for (let number = 0; number < habit.meetings; number += 1) {
    const kind = meetingKinds[number % meetingKinds.length] ?? "THEME_DAY";
    const heldOn = addDays(from, Math.floor((number * 88) / habit.meetings) + random.below(3));
    if (heldOn > today() || random.chance(0.05)) continue;
    const recordId = random.uuid();
    put("OrgLifeRecord", {
      id: recordId,
      branchId,
      kinds: [kind],
      heldOn,
      place: "会议室",
      topic: `第${number + 1}次学习讨论`,
      host: "书记",
      recorder: "委员",
      content: "集中学习后讨论，安排下月工作。",
      createdAt: `${heldOn} 08:00`,
      createdByName: "书记",
    });
    for (const memberId of memberIds.slice(0, habit.attendees)) {
      put("Attendance", { recordId, memberId, state: random.chance(0.08) ? "LEAVE" : "PRESENT", isEntitled: true });
    }
    const task = plan.tasks.find((row) => row.kind === kind);
    if (task) put("RecordTask", { recordId, taskId: task.id });
  }
}

const texts = {
  practice: "按计划开展学习和活动。",
  effect: "任务完成。",
  problems: "时间不统一。",
  nextSteps: "提前安排。",
};

/** Accepted; of the last quarter every second one waits for review. */
function putSummary(put: Put, random: Random, plan: Plan, branchId: string): void {
  const id = random.uuid();
  const submittedOn = addDays(quarterDays(plan.quarter).to, 3 + random.below(10));
  if (submittedOn > today()) return;
  const isAccepted = plan.ago > 1 || random.chance(0.5);
  const at = `${submittedOn} 03:00`;
  const move = { summaryId: id, at, byName: "书记" };
  put("QuarterlySummary", {
    id,
    planId: plan.id,
    branchId,
    status: isAccepted ? "ACCEPTED" : "SUBMITTED",
    ...texts,
    firstSubmittedOn: submittedOn,
    acceptedAt: isAccepted ? `${submittedOn} 06:00` : null,
    version: isAccepted ? 3 : 2,
  });
  const reports = plan.tasks.filter(({ kind }) => kind === "REPORT");
  for (const task of reports) put("SummaryTaskResult", { summaryId: id, taskId: task.id, text: "已完成，整改两处。" });
  const content = JSON.stringify({ texts, tasks: [], meetings: [], gaps: [] });
  put("SummarySubmission", { id: random.uuid(), summaryId: id, number: 1, at, byName: "书记", content });
  put("SummaryStep", { id: random.uuid(), ...move, action: "SUBMIT", from: "DRAFT", to: "SUBMITTED" });
  if (!isAccepted) return;
  put("SummaryStep", { id: random.uuid(), ...move, action: "ACCEPT", from: "SUBMITTED", to: "ACCEPTED" });
}
