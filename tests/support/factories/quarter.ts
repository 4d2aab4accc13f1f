import type { OrgLifeKind, PlanStatus, SummaryStatus, TaskEvidence, TaskKind } from "@/generated/prisma/enums";
import { type Day, type Quarter, quarterDays, toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { summaryDueOn } from "@/lib/plans/rules";
import { committee } from "@/tests/support/factories/registers";

type TaskFacts = {
  kind?: TaskKind;
  title?: string;
  dueOn?: Day;
  isMandatory?: boolean;
  evidence?: TaskEvidence;
  recordKinds?: OrgLifeKind[];
};

type PlanFacts = Quarter & {
  committeeId?: string;
  status?: PlanStatus;
  tasks?: TaskFacts[];
  /** The branches expected to report. */
  expects?: { id: string; name: string }[];
};

/** A quarter's plan, published unless a test says otherwise, with one task: a theme day until the quarter's end. */
export async function plan({ year, quarter, ...facts }: PlanFacts) {
  const status = facts.status ?? "PUBLISHED";
  const end = quarterDays({ year, quarter }).to;
  const tasks = facts.tasks ?? [{}];
  return db.quarterlyPlan.create({
    data: {
      committeeId: facts.committeeId ?? (await committee()).id,
      year,
      quarter,
      title: `${year}年第${quarter}季度工作计划`,
      status,
      summaryDueOn: toDate(summaryDueOn({ year, quarter }, 10)),
      publishedAt: status === "DRAFT" ? null : toDate(quarterDays({ year, quarter }).from),
      tasks: {
        create: tasks.map((task, index) => ({
          position: index + 1,
          kind: task.kind ?? "ACTIVITY",
          title: task.title ?? `任务${index + 1}`,
          dueOn: toDate(task.dueOn ?? end),
          isMandatory: task.isMandatory ?? true,
          evidence: task.evidence ?? "ORG_LIFE",
          recordKinds: task.recordKinds ?? ((task.evidence ?? "ORG_LIFE") === "ORG_LIFE" ? ["THEME_DAY"] : []),
        })),
      },
      expected: { create: (facts.expects ?? []).map(({ id, name }) => ({ branchId: id, branchName: name })) },
    },
    include: { tasks: { orderBy: { position: "asc" } } },
  });
}

type RecordFacts = {
  branchId: string;
  heldOn: Day;
  kinds?: OrgLifeKind[];
  topic?: string;
  /** Tasks it fulfils. */
  taskIds?: string[];
  /** Members who were there; all of them entitled to vote. */
  memberIds?: string[];
};

/** A record of one meeting; a theme day unless a test says otherwise. */
export function orgLifeRecord({ branchId, heldOn, ...facts }: RecordFacts) {
  return db.orgLifeRecord.create({
    data: {
      branchId,
      heldOn: toDate(heldOn),
      kinds: facts.kinds ?? ["THEME_DAY"],
      topic: facts.topic ?? "学习交流",
      createdByName: "党支部书记",
      tasks: { create: (facts.taskIds ?? []).map((taskId) => ({ taskId })) },
      attendance: { create: (facts.memberIds ?? []).map((memberId) => ({ memberId, isEntitled: true })) },
    },
  });
}

type SummaryFacts = { planId: string; branchId: string; status?: SummaryStatus; submittedOn?: Day | null };

/** A branch's summary on a plan; submitted ones carry one submission, accepted ones are locked. */
export function summary({ planId, branchId, status = "DRAFT", submittedOn = null }: SummaryFacts) {
  const isSubmitted = status !== "DRAFT";
  return db.quarterlySummary.create({
    data: {
      planId,
      branchId,
      status,
      practice: "开展学习",
      effect: "成效明显",
      problems: "时间不足",
      nextSteps: "继续推进",
      firstSubmittedOn: submittedOn ? toDate(submittedOn) : null,
      acceptedAt: status === "ACCEPTED" ? new Date() : null,
      submissions: { create: isSubmitted ? [{ number: 1, byName: "党支部书记", content: {} }] : [] },
    },
  });
}

type SilenceFacts = { branchId: string; rule: string; until: Day; subjectId?: string; isEnded?: boolean };

/** A finding put aside until a day; about the branch itself unless a test says otherwise. */
export function silence({ branchId, rule, until, ...facts }: SilenceFacts) {
  return db.findingSilence.create({
    data: {
      branchId,
      rule,
      subjectId: facts.subjectId ?? branchId,
      until: toDate(until),
      reason: "正在办理",
      byName: "党委工作人员",
      endedAt: facts.isEnded ? new Date() : null,
    },
  });
}
