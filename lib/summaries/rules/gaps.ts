import { addMonths, type Day, type Quarter, quarterDays } from "@/lib/calendar";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { paragraphLabels } from "@/lib/summaries/labels";
import { paragraphs, type SummaryContent, type SummaryTask, type Texts } from "@/lib/summaries/schema";

/** Nothing shows that the task was done, and nothing says why not. */
export function isUnproven(task: SummaryTask): boolean {
  return task.records.length + task.activities.length === 0 && task.waiver === null && task.result === "";
}

/**
 * The months of a quarter, begun by a day, in which no theme day was held. A theme day is held every month
 * (支部工作条例（试行）第十六条).
 */
export function monthsWithoutThemeDay(quarter: Quarter, meetings: SummaryContent["meetings"], day: Day): number[] {
  const { from } = quarterDays(quarter);
  return [0, 1, 2].flatMap((count) => {
    const first = addMonths(from, count);
    const isHeld = meetings.some(
      ({ heldOn, kinds }) => heldOn.startsWith(first.slice(0, 7)) && kinds.includes("THEME_DAY"),
    );
    return first > day || isHeld ? [] : [Number(first.slice(5, 7))];
  });
}

type Written = Pick<SummaryContent, "texts" | "tasks" | "meetings" | "duties">;

/** What a summary lacks, in sentences: weak records make a weak summary, and it says so. */
export function gapsOf(content: Written, quarter: Quarter, day: Day): string[] {
  const months = monthsWithoutThemeDay(quarter, content.meetings, day);
  const empty = emptyParagraphs(content.texts);
  return [
    ...content.tasks
      .filter(isUnproven)
      .map(({ title, isMandatory }) => `${isMandatory ? "必做任务" : "任务"}“${title}”没有记录，也没有说明。`),
    ...content.duties
      .filter(({ kind, missed }) => missed > 0 && kind !== "THEME_DAY")
      .map(
        ({ kind, required, fulfilled }) => `${orgLifeKindLabels[kind]}应开 ${required} 次，有记录 ${fulfilled} 次。`,
      ),
    ...months.map((month) => `${month} 月没有主题党日记录。`),
    ...(content.meetings.length === 0 ? ["本季度没有任何组织生活记录。"] : []),
    ...(empty.length > 0 && empty.length < paragraphs.length ? [`还没有写${empty.join("、")}。`] : []),
  ];
}

/** Why a summary cannot be submitted yet: a mandatory task nothing speaks of, or not one paragraph written. */
export function hindrancesOf({ texts, tasks }: Pick<Written, "texts" | "tasks">): string[] {
  return [
    ...tasks
      .filter((task) => task.isMandatory && isUnproven(task))
      .map(({ title }) => `必做任务“${title}”既没有记录，也没有完成情况说明`),
    ...(emptyParagraphs(texts).length === paragraphs.length ? ["做法、成效、问题、下步打算都还没有写"] : []),
  ];
}

function emptyParagraphs(texts: Texts): string[] {
  return paragraphs.filter((name) => texts[name].trim() === "").map((name) => paragraphLabels[name]);
}
