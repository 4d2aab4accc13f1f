import type { SummaryStatus } from "@/generated/prisma/enums";
import { addDays, type Day, daysBetween, type Quarter, quarterDays, writeQuarterInText } from "@/lib/calendar";
import type { Todo } from "@/lib/todos/rules/todo";

/** The summary is on the desk from the quarter's last days on. */
const summaryDaysBeforeEnd = 14;

export type ExpectedPlan = Quarter & {
  id: string;
  title: string;
  committeeId: string;
  summaryDueOn: Day;
  isTakenOver: boolean;
  summaryStatus: SummaryStatus | null;
  /** Mandatory tasks for which nothing is there yet. */
  openTasks: { title: string; dueOn: Day }[];
};

/**
 * What a published plan asks of a branch on a day: to take it over, its open tasks that are late or due within `ahead`
 * days, its summary. Once the summary is submitted, nothing is asked until it comes back.
 */
export function planTodos(branchId: string, plan: ExpectedPlan, day: Day, ahead: number): Todo[] {
  const planPage = `/plans/${plan.id}`;
  const summaryPage = `/summaries/${plan.id}/${branchId}`;
  const { committeeId } = plan;
  const dated = { committeeId, dueOn: plan.summaryDueOn, isOverdue: plan.summaryDueOn < day };
  const quarter = writeQuarterInText(plan);
  if (plan.summaryStatus === "SUBMITTED" || plan.summaryStatus === "ACCEPTED") return [];
  if (plan.summaryStatus === "SENT_BACK") {
    const text = `按退回意见修改${quarter}总结，重新报送`;
    // On time stays on time, so nothing sent back is late.
    return [{ kind: "SUMMARY_SENT_BACK", text, href: summaryPage, dueOn: null, isOverdue: false, committeeId }];
  }
  const todos: Todo[] = [];
  if (!plan.isTakenOver) {
    const text = `查看并接收《${plan.title}》`;
    todos.push({ kind: "TAKE_OVER", text, href: planPage, dueOn: null, isOverdue: false, committeeId });
  }
  for (const { title, dueOn } of plan.openTasks) {
    if (daysBetween(day, dueOn) > ahead) continue;
    todos.push({
      kind: "TASK",
      text: `完成任务：${title}`,
      href: planPage,
      dueOn,
      isOverdue: dueOn < day,
      committeeId,
    });
  }
  if (isSummaryTime(plan, day, ahead)) {
    todos.push({ kind: "SUMMARY", text: `报送${quarter}总结`, href: summaryPage, ...dated });
  }
  return todos;
}

function isSummaryTime(plan: ExpectedPlan, day: Day, ahead: number): boolean {
  const from = addDays(quarterDays(plan).to, 1 - summaryDaysBeforeEnd);
  return day >= from || daysBetween(day, plan.summaryDueOn) <= ahead;
}
