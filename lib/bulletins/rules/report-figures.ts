import type { Figure, ListRow } from "@/lib/bulletins/schema/snapshot";
import { type Day, daysBetween } from "@/lib/calendar";
import { reportFigureLabels } from "@/lib/plans/labels";
import type { BranchProgress } from "@/lib/plans/queries/plan-progress";
import { countsIn, type ReportFigure } from "@/lib/plans/rules/progress";
import { summaryStatusLabels } from "@/lib/summaries/labels";

/** What a bulletin says of the reports; where a summary lies in the review is the committee's own business. */
export const publishedReports = ["expected", "received", "onTime", "late", "missing", "accepted"] as const;

const listName = "reports";

/** Expected, received, on time … over one list of branches. */
export function reportFigures(branches: BranchProgress[], dueOn: Day): { figures: Figure[]; rows: ListRow[] } {
  const rows = branches.map((branch) => ({
    name: branch.name,
    state: summaryStatusLabels[branch.report?.status ?? "DRAFT"],
    note: noteOf(branch, dueOn),
    counts: publishedReports.filter((figure) => countsIn(figure, branch.report, dueOn)),
    isOutside: false,
  }));
  const countOf = (key: ReportFigure) => rows.filter(({ counts }) => counts.some((counted) => counted === key)).length;
  const figures = publishedReports.map((key) => ({
    key,
    group: "reports" as const,
    label: reportFigureLabels[key],
    count: countOf(key),
    base: key === "expected" ? null : rows.length,
    baseLabel: key === "expected" ? null : "应报送支部",
    unit: "个",
    list: listName,
  }));
  return { figures, rows };
}

function noteOf({ report, isDissolved }: BranchProgress, dueOn: Day): string {
  const gone = isDissolved ? "支部已撤销" : "";
  if (!report?.firstSubmittedOn || !countsIn("received", report, dueOn)) return gone;
  const late = daysBetween(dueOn, report.firstSubmittedOn);
  const submitted = `${report.firstSubmittedOn} 首次报送${late > 0 ? `，逾期 ${late} 天` : ""}`;
  return [submitted, gone].filter(Boolean).join("；");
}
