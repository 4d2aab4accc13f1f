import type { Day } from "@/lib/calendar";

export type TodoKind =
  | "TAKE_OVER"
  | "TASK"
  | "SUMMARY"
  | "SUMMARY_SENT_BACK"
  | "TERM"
  | "PROBATION"
  | "REVIEW"
  | "SUMMARY_MISSING"
  | "PLAN"
  | "NOT_TAKEN_OVER"
  | "BULLETIN"
  | "IMPORT"
  | "COVERAGE"
  | "SERVICE_POINT"
  | "DUTY"
  | "DUTY_PLAN"
  | "VISIT"
  | "REQUEST"
  | "ACTIVITY"
  | "SUGGESTION"
  | "DELIVERY"
  | "ACCOUNT";

/** 待办: something a person must do, derived from the records; nobody types it in. */
export type Todo = {
  kind: TodoKind;
  text: string;
  /** Where it is done. */
  href: string;
  /** The last day on which it is in time; null: as soon as can be. */
  dueOn: Day | null;
  isOverdue: boolean;
  /** Whose reminder days count, for what the quarter's plan asks. */
  committeeId?: string;
};

/** The late first, then by due day; what has none comes last. The order of equals stays. */
export function byDueDay(todos: Todo[]): Todo[] {
  const key = ({ isOverdue, dueOn }: Todo) => `${isOverdue ? 0 : 1}${dueOn ?? "9999-12-31"}`;
  return todos.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export type Urgency = "OVERDUE" | "DATED" | "OPEN";

/** The same to-dos by what presses: late, with a day, as soon as can be. Groups without any are left out. */
export function byUrgency(todos: Todo[]): [Urgency, Todo[]][] {
  const groups = Map.groupBy(todos, ({ isOverdue, dueOn }) => (isOverdue ? "OVERDUE" : dueOn ? "DATED" : "OPEN"));
  return (["OVERDUE", "DATED", "OPEN"] as const).flatMap((urgency) => {
    const group = groups.get(urgency);
    return group ? [[urgency, group] as [Urgency, Todo[]]] : [];
  });
}
