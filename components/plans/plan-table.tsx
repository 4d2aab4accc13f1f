import { planStatusTones } from "@/components/plans/state-tones";
import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { planStatusLabels } from "@/lib/plans/labels";
import type { ListedPlan } from "@/lib/plans/queries/list-plans";

export function PlanTable(props: { rows: ListedPlan[]; params: ListParams; sort: string; showsCommittee: boolean }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">计划</th>
          <SortHeader path="/plans" params={props.params} sort={props.sort} column="quarter" label="季度" />
          {props.showsCommittee && <th scope="col">党委</th>}
          <th scope="col">状态</th>
          <th scope="col" className="number">
            任务
          </th>
          <th scope="col">接收情况</th>
          <th scope="col">总结通过</th>
          <th scope="col">总结截止</th>
        </tr>
      </thead>
      <TableRows
        columns={columnsOf(props.showsCommittee)}
        rows={props.rows.map((row) => cellsOf(row, props.showsCommittee))}
      />
    </table>
  );
}

function columnsOf(showsCommittee: boolean): TableColumn[] {
  return [
    {},
    { label: "季度", look: "nowrap" },
    ...(showsCommittee ? [{ label: "党委" }] : []),
    { label: "状态", look: "nowrap" },
    { label: "任务", look: "number" },
    { label: "接收情况", look: "nowrap" },
    { label: "总结通过", look: "nowrap" },
    { label: "总结截止", look: "nowrap" },
  ];
}

function cellsOf(plan: ListedPlan, showsCommittee: boolean): TableCell[] {
  const isDraft = plan.status === "DRAFT";
  return [
    { text: plan.title, href: `/plans/${plan.id}` },
    plan.quarterText,
    ...(showsCommittee ? [plan.committeeName] : []),
    { text: null, badge: { tone: planStatusTones[plan.status], text: planStatusLabels[plan.status] } },
    plan.taskCount,
    isDraft ? "—" : takeOverText(plan),
    isDraft ? "—" : acceptedText(plan),
    plan.summaryDueOn,
  ];
}

/** Staff count branches; a secretary of one branch reads how it stands there. */
function takeOverText({ isManaged, expectedCount, takenOverCount }: ListedPlan): TableCell {
  if (isManaged || expectedCount > 1) return `${takenOverCount} / ${expectedCount} 个支部`;
  return takenOverCount > 0 ? "已接收" : { text: null, badge: { tone: "attention", text: "待接收" } };
}

function acceptedText({ isManaged, expectedCount, acceptedCount }: ListedPlan): string {
  if (isManaged || expectedCount > 1) return `${acceptedCount} / ${expectedCount} 个支部`;
  return acceptedCount > 0 ? "已通过" : "未通过";
}
