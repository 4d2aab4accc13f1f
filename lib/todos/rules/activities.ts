import type { ActivityStatus } from "@/generated/prisma/enums";
import { answerUntil, resultsDueOn } from "@/lib/activities/rules";
import type { Day } from "@/lib/calendar";
import type { Todo } from "@/lib/todos/rules/todo";

type Invited = { id: string; title: string; startsOn: Day; signUpUntil: Day | null };

/** A branch answers until its day; after it nothing is asked any more. `branchName` where the secretary leads several. */
export function invitationTodo({ id, title, ...days }: Invited, branchName: string | null): Todo {
  return {
    kind: "ACTIVITY",
    text: `${branchName ? `${branchName}：` : ""}答复是否参加“${title}”`,
    href: `/activities/${id}`,
    dueOn: answerUntil(days),
    isOverdue: false,
  };
}

type Over = { id: string; title: string; status: ActivityStatus; endsOn: Day };

/** An activity that is over: who came is asked at once, results only when a week has brought none. */
export function resultTodo({ id, title, status, endsOn }: Over, day: Day): Todo[] {
  const dueOn = resultsDueOn(endsOn);
  const isOverdue = dueOn < day;
  if (status === "PLANNED") {
    return [{ kind: "ACTIVITY", text: `登记“${title}”的到场和开展情况`, href: `/activities/${id}`, dueOn, isOverdue }];
  }
  if (!isOverdue) return [];
  return [{ kind: "ACTIVITY", text: `补记“${title}”的成果或小结`, href: `/activities/${id}`, dueOn, isOverdue }];
}
