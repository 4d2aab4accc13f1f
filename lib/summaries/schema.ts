import { z } from "zod";
import { recordId, requiredText, version } from "@/lib/forms/fields";
import { filterId, filterOf, listParams, sortOf } from "@/lib/forms/list-params";

/** The four paragraphs of a summary: 做法、成效、问题、下步打算. */
export const paragraphs = ["practice", "effect", "problems", "nextSteps"] as const;
export type Paragraph = (typeof paragraphs)[number];
export type Texts = Record<Paragraph, string>;

/** What a reviewer may find fault with. */
export const sections = [...paragraphs, "tasks", "records", "other"] as const;
export type SummarySection = (typeof sections)[number];
export type Reasons = Partial<Record<SummarySection, string>>;

const paragraphLength = 5_000;
const resultLength = 500;

/** A text of several lines as it was typed; only line ends and trailing blanks are tidied. */
function longText(label: string, max: number) {
  return z
    .string()
    .max(max * 2, `${label}最多 ${max} 个字。`)
    .default("")
    .transform((text) => text.normalize("NFC").replaceAll("\r\n", "\n").trimEnd())
    .pipe(z.string().max(max, `${label}最多 ${max} 个字。`));
}

const texts = {
  practice: longText("做法", paragraphLength),
  effect: longText("成效", paragraphLength),
  problems: longText("问题", paragraphLength),
  nextSteps: longText("下步打算", paragraphLength),
};

const summaryKey = { planId: recordId("季度计划"), branchId: recordId("党支部") };

/** The field of what the secretary says about a task. */
export const resultField = (taskId: string) => `result.${taskId}`;

/** The button that was pressed: `save` or `submit`. */
export const intentField = "intent";

const resultFields = z
  .record(z.uuid(), longText("完成情况", resultLength))
  .refine((results) => Object.keys(results).length <= 100, "任务过多。");

/** A summary as written, by form or while typing. `version` 0: nothing was saved when the form was opened. */
export const writtenSummary = z
  .looseObject({ ...summaryKey, ...texts, version: z.coerce.number().int().min(0) })
  .transform(({ planId, branchId, version, ...fields }, context) => {
    const typed = Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith("result.") ? [[name.slice("result.".length), value] as const] : [],
    );
    const results = resultFields.safeParse(Object.fromEntries(typed));
    if (!results.success) {
      for (const { path, message } of results.error.issues) {
        context.addIssue({ code: "custom", message, path: [resultField(String(path[0]))] });
      }
      return z.NEVER;
    }
    const { practice, effect, problems, nextSteps } = fields;
    const intent = fields[intentField] === "submit" ? ("submit" as const) : ("save" as const);
    return {
      planId,
      branchId,
      version,
      texts: { practice, effect, problems, nextSteps },
      results: results.data,
      intent,
    };
  });

/** Asked of a summary as it was seen. */
const seen = { ...summaryKey, version };

const quarterText = z
  .string()
  .regex(/^20\d{2}Q[1-4]$/)
  .optional()
  .catch(undefined);

/** From the queue of a quarter, or of all, the reviewer goes on to the next summary; elsewhere stays with this one. */
const goesOn = {
  queue: z
    .union([z.literal("all"), quarterText])
    .optional()
    .catch(undefined),
  next: filterId,
};

export const withdrawnSummary = z.object(seen);
export const acceptedSummary = z.object({ ...seen, ...goesOn });
export const reopenedSummary = z.object({ ...seen, reason: requiredText("重新开启的原因", 200) });

export const sentBackSummary = z
  .object({
    ...seen,
    ...goesOn,
    /** `section.number` of standard reasons. */
    reasons: z.array(z.string().max(20)).max(40).default([]),
    words: longText("补充说明", 500),
  })
  .refine(({ reasons, words }) => reasons.length > 0 || words !== "", {
    path: ["words"],
    error: "请勾选至少一条退回原因，或写明补充说明。",
  });

const day = z.string();
const activity = z.object({ id: z.string(), title: z.string(), startsOn: day });
const task = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(["STUDY", "ACTIVITY", "PRIORITY"]),
  dueOn: day,
  isMandatory: z.boolean(),
  records: z.array(z.object({ id: z.string(), heldOn: day, topic: z.string() })),
  activities: z.array(activity).default([]),
  waiver: z.string().nullable(),
  result: z.string(),
});
const orgLifeKind = z.enum([
  "GENERAL_MEETING",
  "COMMITTEE_MEETING",
  "GROUP_MEETING",
  "PARTY_LECTURE",
  "THEME_DAY",
  "ORG_LIFE_MEETING",
  "DEMOCRATIC_APPRAISAL",
]);
const meeting = z.object({
  id: z.string(),
  heldOn: day,
  kinds: z.array(orgLifeKind),
  topic: z.string(),
  presentCount: z.number(),
  rosterCount: z.number(),
});

/** A duty of organization life in the quarter; `required` 0: it did not apply to the branch. */
const duty = z.object({ kind: orgLifeKind, required: z.number(), fulfilled: z.number(), missed: z.number() });

/** What a submission keeps: texts, task results, meetings and evidence as they stood, and what was missing. */
export const summaryContent = z.object({
  texts: z.object({ practice: z.string(), effect: z.string(), problems: z.string(), nextSteps: z.string() }),
  tasks: z.array(task),
  meetings: z.array(meeting),
  /** The held activities of the quarter that the branch came to or organized. */
  activities: z.array(activity).default([]),
  duties: z.array(duty).default([]),
  gaps: z.array(z.string()),
});

export const summaryStates = ["DRAFT", "SUBMITTED", "SENT_BACK", "ACCEPTED"] as const;

/** The list of a quarter. `q` is the quarter, as everywhere. */
export const summaryList = listParams.extend({
  q: quarterText,
  name: z.string().max(50).catch("").default(""),
  sort: sortOf(["name"]),
  status: filterOf(summaryStates),
  time: filterOf(["on-time", "late", "waiting"]),
  committee: filterId,
});

/** The queue of a quarter; `at` is the summary being looked at. */
export const queueAsked = summaryList.pick({ q: true }).extend({ at: filterId });

/** Which two submissions are laid side by side. */
export const comparison = z.object({
  from: z.coerce.number().int().min(1).optional().catch(undefined),
  to: z.coerce.number().int().min(1).optional().catch(undefined),
  with: filterOf(["last-quarter"]),
});

export type WrittenSummary = z.output<typeof writtenSummary>;
export type SummaryKey = { planId: string; branchId: string };
export type SeenSummary = z.output<typeof withdrawnSummary>;
export type SentBackSummary = z.output<typeof sentBackSummary>;
export type ReopenedSummary = z.output<typeof reopenedSummary>;
export type SummaryContent = z.output<typeof summaryContent>;
export type SummaryTask = SummaryContent["tasks"][number];
export type ComparisonAsked = z.output<typeof comparison>;
export type SummaryList = z.output<typeof summaryList>;
