import { catchUp, fulfilledBranches } from "@/lib/bulletins/rules/catch-up";
import { coverageFigures } from "@/lib/bulletins/rules/coverage-figures";
import { orgLifeFigures } from "@/lib/bulletins/rules/org-life-figures";
import { reportFigures } from "@/lib/bulletins/rules/report-figures";
import { taskFigures } from "@/lib/bulletins/rules/task-figures";
import type { Snapshot } from "@/lib/bulletins/schema/snapshot";
import type { Day } from "@/lib/calendar";
import type { CoverageRow } from "@/lib/coverage/queries/list-coverage";
import type { PlanProgress } from "@/lib/plans/queries/plan-progress";
import type { Compliance } from "@/lib/rulebook/queries/org-life-compliance";

export type QuarterFacts = {
  day: Day;
  /** As it was called on that day. */
  committeeName: string;
  progress: PlanProgress;
  compliance: Compliance[];
  coverage: { day: Day; baseLabel: string; rows: CoverageRow[] };
};

/** Every figure of a quarter with the list behind it, in words, as the facts stand. */
export function takeSnapshot({ day, committeeName, progress, compliance, coverage }: QuarterFacts): Snapshot {
  const { branches, tasks, summaryDueOn } = progress;
  const reports = reportFigures(branches, summaryDueOn);
  const enterprises = coverageFigures(coverage.rows, coverage.baseLabel);
  const single = [...taskFigures(tasks, branches), ...orgLifeFigures(branches, compliance)];
  const quarter = { branches, tasks, summaryDueOn, compliance };
  return {
    format: 1,
    takenOn: day,
    committeeName,
    quarter: progress.quarter,
    planTitle: progress.title,
    summaryDueOn,
    coverageDay: coverage.day,
    figures: [...reports.figures, ...single.map(({ figure }) => figure), ...enterprises.figures],
    catchUp: catchUp(quarter),
    fulfilled: fulfilledBranches(quarter),
    lists: {
      reports: reports.rows,
      ...Object.fromEntries(single.map(({ figure, rows }) => [figure.list, rows])),
      coverage: enterprises.rows,
    },
  };
}
