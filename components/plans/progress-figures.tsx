import { reportFigureLabels } from "@/lib/plans/labels";
import type { PlanProgress } from "@/lib/plans/queries/plan-progress";
import { countReports, type ReportFigure, reportFigures } from "@/lib/plans/rules/progress";

/** The figures of the reports; each opens its branches below. */
export function ProgressFigures(props: { progress: PlanProgress; shown: ReportFigure | undefined }) {
  const { branches, summaryDueOn, id } = props.progress;
  const counts = countReports(
    branches.map(({ report }) => report),
    summaryDueOn,
  );
  return (
    <ul className="mb-4 grid grid-cols-2 gap-2 sm:grid-cols-4 xl:grid-cols-8">
      {reportFigures.map((figure) => (
        <li key={figure}>
          <a
            href={`/plans/${id}/progress?show=${figure}#branches`}
            className="tile mb-0 h-full bg-surface aria-[current]:border-primary"
            aria-current={props.shown === figure ? "true" : undefined}
          >
            <span className="muted">{reportFigureLabels[figure]}</span>
            <span className="text-2xl leading-tight font-semibold">{counts[figure]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
