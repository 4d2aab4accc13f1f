import { z } from "zod";
import { addQuarters, type Day, type Quarter, quarterOf, readQuarter, writeQuarter } from "@/lib/calendar";
import {
  checkbox,
  choice,
  optionalDay,
  optionalRecordId,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
} from "@/lib/forms/fields";
import { filterId, filterOf, listParams } from "@/lib/forms/list-params";

export const planStatuses = ["DRAFT", "PUBLISHED", "CLOSED"] as const;
export const taskKinds = ["STUDY", "ACTIVITY", "PRIORITY"] as const;
export const taskEvidences = ["ORG_LIFE", "ACTIVITY", "REPORT"] as const;
export const orgLifeKinds = [
  "GENERAL_MEETING",
  "COMMITTEE_MEETING",
  "GROUP_MEETING",
  "PARTY_LECTURE",
  "THEME_DAY",
  "ORG_LIFE_MEETING",
  "DEMOCRATIC_APPRAISAL",
] as const;

const planId = recordId("季度计划");
const taskId = recordId("任务");
const branchId = recordId("党支部");
const title = requiredText("任务名称", 80);
const detail = optionalText("任务要求", 1_000).transform((text) => text ?? "");
const dueOn = requiredDay("完成期限");

const quarter = z
  .string({ error: "请选择季度。" })
  .max(10)
  .transform((text, context): Quarter => {
    const read = readQuarter(text);
    if (read) return read;
    context.addIssue({ code: "custom", message: "请选择季度。" });
    return z.NEVER;
  });

/** The quarters a plan may be drafted for on a day: four back, to catch up, and four ahead. */
export function quartersToPlan(day: Day): Quarter[] {
  return [4, 3, 2, 1, 0, -1, -2, -3, -4].map((distance) => addQuarters(quarterOf(day), distance));
}

/** The quarter that is planned next on a day: the present or else the coming one, whichever has no plan yet. */
export function quarterToPlan(day: Day, planned: Set<string>): Quarter {
  const present = quarterOf(day);
  const free = [0, 1, 2, 3, 4].map((distance) => addQuarters(present, distance));
  return free.find((quarter) => !planned.has(writeQuarter(quarter))) ?? addQuarters(present, 1);
}

export const newPlan = z.object({
  committeeId: recordId("党委"),
  quarter,
  title: optionalText("计划名称", 80),
  copiedFromId: optionalRecordId("以前的计划"),
});

export const editedPlan = z.object({
  id: planId,
  version,
  title: requiredText("计划名称", 80),
  guidance: optionalText("总体要求", 4_000).transform((text) => text ?? ""),
  summaryDueOn: requiredDay("总结报送截止日期"),
});

const taskFacts = {
  kind: choice("任务类型", taskKinds),
  title,
  detail,
  dueOn,
  isMandatory: checkbox,
  evidence: choice("完成依据", taskEvidences),
  recordKinds: z.array(choice("组织生活类型", orgLifeKinds)).max(orgLifeKinds.length).default([]),
};

type Shown = { evidence: (typeof taskEvidences)[number]; recordKinds: (typeof orgLifeKinds)[number][] };

const namesKinds = ({ evidence, recordKinds }: Shown) => evidence !== "ORG_LIFE" || recordKinds.length > 0;
const missingKinds = { path: ["recordKinds"], error: "请至少勾选一种组织生活。" };
/** Kinds ticked before another evidence was chosen mean nothing. */
const withKindsThatCount = <Task extends Shown>(task: Task): Task => ({
  ...task,
  recordKinds: task.evidence === "ORG_LIFE" ? [...new Set(task.recordKinds)] : [],
});

export const newTask = z
  .object({ ...taskFacts, planId })
  .refine(namesKinds, missingKinds)
  .transform(withKindsThatCount);

export const editedTask = z
  .object({ ...taskFacts, taskId, version })
  .refine(namesKinds, missingKinds)
  .transform(withKindsThatCount);

export const movedTask = z.object({ taskId, direction: choice("方向", ["up", "down"]) });
export const removedTask = z.object({ taskId });

export const removedPlan = z.object({ id: planId, version });
export const publishedPlan = z.object({ id: planId, version });
export const closedPlan = z.object({ id: planId, version, reason: optionalText("办结说明", 500) });

export const takenOverPlan = z.object({ planId, branchId });
export const waivedTask = z.object({ taskId, branchId, reason: requiredText("不适用的原因", 300) });
export const unwaivedTask = z.object({ taskId, branchId });

/** What an amendment may say of a task that stands. */
const amendedTask = z.object({ taskId, title, detail, dueOn, isWithdrawn: checkbox });

/** A form names the fields of each task `title-<id>`, `detail-<id>`, `dueOn-<id>`, `isWithdrawn-<id>`. */
const amendedField = /^(title|detail|dueOn|isWithdrawn)-([0-9a-f-]{36})$/;

/** Reads the tasks of an amendment's form; what is wrong is said beside the field it stands in. */
function readAmendedTasks(values: Record<string, unknown>, context: z.RefinementCtx) {
  const byTask = new Map<string, Record<string, unknown>>();
  for (const [name, value] of Object.entries(values)) {
    const [, field, id] = amendedField.exec(name) ?? [];
    if (field && id) byTask.set(id, { ...byTask.get(id), [field]: value });
  }
  return [...byTask].flatMap(([id, fields]) => {
    const read = amendedTask.safeParse({ ...fields, taskId: id });
    if (read.success) return [read.data];
    for (const { message, path } of read.error.issues) {
      context.addIssue({ code: "custom", message, path: [`${String(path[0])}-${id}`] });
    }
    return [];
  });
}

const branchIds = z.array(branchId).max(500).default([]);

export const planAmendment = z
  .looseObject({
    id: planId,
    version,
    reason: requiredText("修订原因", 500),
    addedBranchIds: branchIds,
    removedBranchIds: branchIds,
    kind: choice("任务类型", taskKinds).catch("PRIORITY"),
    title: optionalText("任务名称", 80),
    detail,
    dueOn: optionalDay("完成期限"),
    isMandatory: checkbox,
    evidence: choice("完成依据", taskEvidences).catch("REPORT"),
    recordKinds: taskFacts.recordKinds,
  })
  .transform((values, context) => {
    const tasks = readAmendedTasks(values, context);
    const { id, version, reason, addedBranchIds, removedBranchIds } = values;
    return { id, version, reason, addedBranchIds, removedBranchIds, tasks, newTask: readNewTask(values, context) };
  });

type NewTaskFields = Omit<z.output<typeof newTask>, "planId" | "title" | "dueOn"> & {
  title: string | null;
  dueOn: Day | null;
};

/** The task an amendment adds; null when none is added. */
function readNewTask(values: NewTaskFields, context: z.RefinementCtx) {
  const { title, dueOn, kind, detail, isMandatory } = values;
  if (!title && !detail && !dueOn) return null;
  const shown = withKindsThatCount({ evidence: values.evidence, recordKinds: values.recordKinds });
  const refuse = (path: string, message: string) => context.addIssue({ code: "custom", message, path: [path] });
  if (!title) refuse("title", "请填写任务名称。");
  if (!dueOn) refuse("dueOn", "请填写完成期限。");
  if (!namesKinds(shown)) refuse("recordKinds", missingKinds.error);
  return title && dueOn ? { kind, title, detail, dueOn, isMandatory, ...shown } : null;
}

export const planList = listParams.extend({
  sort: z.enum(["-quarter", "quarter"]).catch("-quarter").default("-quarter"),
  year: z.coerce.number().int().min(2000).max(2099).optional().catch(undefined),
  status: filterOf(planStatuses),
  committee: filterId,
});

export type NewPlan = z.output<typeof newPlan>;
export type EditedPlan = z.output<typeof editedPlan>;
export type NewTask = z.output<typeof newTask>;
export type EditedTask = z.output<typeof editedTask>;
export type MovedTask = z.output<typeof movedTask>;
export type RemovedTask = z.output<typeof removedTask>;
export type RemovedPlan = z.output<typeof removedPlan>;
export type PublishedPlan = z.output<typeof publishedPlan>;
export type ClosedPlan = z.output<typeof closedPlan>;
export type TakenOverPlan = z.output<typeof takenOverPlan>;
export type WaivedTask = z.output<typeof waivedTask>;
export type UnwaivedTask = z.output<typeof unwaivedTask>;
export type PlanAmendmentInput = z.output<typeof planAmendment>;
export type PlanList = z.output<typeof planList>;
