import type { BulletinStatus, PlanStatus } from "@/generated/prisma/enums";
import {
  addDays,
  addQuarters,
  type Day,
  type Quarter,
  quarterDays,
  quarterOf,
  writeQuarter,
  writeQuarterInText,
} from "@/lib/calendar";
import type { Todo } from "@/lib/todos/rules/todo";

/** The next quarter's plan is on the desk from the present quarter's last days on. */
const planDaysBeforeEnd = 14;

export type CommitteePlan = Quarter & {
  id: string;
  committeeId: string;
  status: PlanStatus;
  summaryDueOn: Day;
  bulletin: { id: string; status: BulletinStatus } | null;
  /** Expected branches that have not taken it over, and those that never submitted a summary. */
  notTakenOver: number;
  unsubmitted: number;
};

/** The quarters that need a plan on a day: the present one, and near its end the next. */
export function quartersToHavePlans(day: Day): Quarter[] {
  const present = quarterOf(day);
  const isNearEnd = day > addDays(quarterDays(present).to, -planDaysBeforeEnd);
  return isNearEnd ? [present, addQuarters(present, 1)] : [present];
}

/** Committees with branches and without a published plan: a plan goes out at the start of its quarter. */
export function missingPlans(committeeIds: string[], plans: CommitteePlan[], day: Day): Todo[] {
  return quartersToHavePlans(day).flatMap((quarter): Todo[] => {
    const ofQuarter = plans.filter((plan) => isSame(plan, quarter));
    const published = new Set(ofQuarter.flatMap((plan) => (plan.status === "DRAFT" ? [] : plan.committeeId)));
    const missing = committeeIds.filter((id) => !published.has(id));
    const [only] = missing;
    if (only === undefined) return [];
    const dueOn = quarterDays(quarter).from;
    const words = writeQuarterInText(quarter);
    const draft = ofQuarter.find(({ status, committeeId }) => status === "DRAFT" && committeeId === only);
    const one = draft
      ? { text: `发布${words}计划（现为草稿）`, href: `/plans/${draft.id}` }
      : { text: `制定${words}计划`, href: "/plans/new" };
    const many = {
      text: `${missing.length} 个党委的${words}计划还没有发布`,
      href: `/plans?year=${quarter.year}`,
    };
    return [{ kind: "PLAN", ...(missing.length === 1 ? one : many), dueOn, isOverdue: dueOn < day }];
  });
}

/** What published plans ask of staff, a quarter at a time: branches behind, and the bulletin once the deadline is over. */
export function followUps(plans: CommitteePlan[], day: Day): Todo[] {
  const running = plans.filter(({ status }) => status === "PUBLISHED");
  const late = running.filter(({ summaryDueOn }) => summaryDueOn < day);
  const current = running.filter((plan) => quarterDays(plan).to >= day);
  const toReport = plans.filter(
    (plan) => plan.status !== "DRAFT" && plan.summaryDueOn < day && plan.bulletin?.status !== "PUBLISHED",
  );
  return [
    ...byQuarter(late, "unsubmitted", (quarter, count, [first]) => ({
      kind: "SUMMARY_MISSING",
      text: `${count} 个党支部逾期未报${writeQuarterInText(quarter)}总结`,
      href: `/summaries?q=${writeQuarter(quarter)}&time=waiting`,
      dueOn: first.summaryDueOn,
      isOverdue: true,
      committeeId: first.committeeId,
    })),
    ...byQuarter(current, "notTakenOver", (quarter, count, [first, ...others]) => ({
      kind: "NOT_TAKEN_OVER",
      text: `${count} 个党支部还没有接收${writeQuarterInText(quarter)}计划`,
      href: others.length > 0 ? `/plans?year=${quarter.year}` : `/plans/${first.id}`,
      dueOn: null,
      isOverdue: false,
    })),
    ...byQuarter(toReport, "id", bulletinTodo),
  ];
}

/** Drafted where there is none yet, otherwise published. */
function bulletinTodo(quarter: Quarter, count: number, plans: CommitteePlan[]): Todo {
  const [undrafted] = plans.filter(({ bulletin }) => bulletin === null);
  const [drafted] = plans.flatMap(({ bulletin }) => bulletin ?? []);
  const words = `${writeQuarterInText(quarter)}通报${count > 1 ? `（${count} 份）` : ""}`;
  const way = undrafted
    ? { text: `起草${words}`, href: `/bulletins/new?plan=${undrafted.id}` }
    : { text: `印发${words}`, href: count > 1 || !drafted ? "/bulletins?status=DRAFT" : `/bulletins/${drafted.id}` };
  return { kind: "BULLETIN", ...way, dueOn: null, isOverdue: false };
}

type Word = (quarter: Quarter, count: number, plans: [CommitteePlan, ...CommitteePlan[]]) => Todo;

/** One to-do for each quarter in which something is to be counted; `id` counts the plans themselves. */
function byQuarter(plans: CommitteePlan[], counted: "unsubmitted" | "notTakenOver" | "id", word: Word): Todo[] {
  const countOf = (plan: CommitteePlan) => (counted === "id" ? 1 : plan[counted]);
  const groups = Map.groupBy(
    plans.filter((plan) => countOf(plan) > 0),
    writeQuarter,
  );
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    const count = group.reduce((sum, plan) => sum + countOf(plan), 0);
    return first ? [word(first, count, [first, ...others])] : [];
  });
}

function isSame(a: Quarter, b: Quarter): boolean {
  return a.year === b.year && a.quarter === b.quarter;
}
