import type { BadgeTone } from "@/components/ui/badge";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import type { Day } from "@/lib/calendar";
import { explainedLabel, taskStateLabels } from "@/lib/plans/labels";
import type { BranchProgress, PlanProgress } from "@/lib/plans/queries/plan-progress";
import { isExplained, type TaskState } from "@/lib/plans/rules";
import { countsIn } from "@/lib/plans/rules/progress";
import { summaryStatusLabels } from "@/lib/summaries/labels";

/** A sign and a word beside the colour: the table reads without it. */
const looks: Record<TaskState, { tone: BadgeTone; sign: string }> = {
  DONE: { tone: "good", sign: "✓" },
  OPEN: { tone: "attention", sign: "○" },
  LATE: { tone: "bad", sign: "!" },
  WAIVED: { tone: "plain", sign: "—" },
};

const reportTones = { DRAFT: "attention", SUBMITTED: "info", SENT_BACK: "bad", ACCEPTED: "good" } as const;

/** Branches × tasks, in name order. The first column stays; the rest scrolls, by keyboard too. */
export function ProgressTable(props: { progress: PlanProgress; branches: BranchProgress[] }) {
  const { tasks, summaryDueOn } = props.progress;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
    <section className="scroll-region" aria-label="支部任务进度表，可左右滚动" tabIndex={0}>
      <table className="table table-sticky">
        <thead>
          <tr>
            <th scope="col">党支部</th>
            <th scope="col">总结</th>
            <th scope="col">首次报送</th>
            {tasks.map((task, index) => (
              <th key={task.id} scope="col" className="heading-wrap">
                {index + 1}. {task.title}
              </th>
            ))}
          </tr>
        </thead>
        <TableRows
          columns={columnsOf(tasks.length)}
          rows={props.branches.map((branch) => cellsOf(branch, summaryDueOn))}
        />
      </table>
    </section>
  );
}

function columnsOf(taskCount: number): TableColumn[] {
  return [{ isHeader: true }, { look: "nowrap" }, { look: "nowrap" }, ...Array(taskCount).fill({ look: "nowrap" })];
}

function cellsOf(branch: BranchProgress, summaryDueOn: Day): TableCell[] {
  const { report } = branch;
  return [
    {
      text: branch.name,
      href: `/branches/${branch.branchId}`,
      note: branch.isDissolved ? "（已撤销）" : null,
    },
    {
      text: null,
      badge: { tone: reportTones[report?.status ?? "DRAFT"], text: summaryStatusLabels[report?.status ?? "DRAFT"] },
    },
    {
      text: report?.firstSubmittedOn ?? "—",
      note: countsIn("late", report, summaryDueOn) ? " 逾期" : null,
    },
    ...branch.cells.map((cell) => ({
      text: `${looks[cell.state].sign} ${taskStateLabels[cell.state]}`,
      tone: looks[cell.state].tone,
      note: isExplained(cell) ? ` ${explainedLabel}` : null,
    })),
  ];
}
