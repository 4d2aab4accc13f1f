import { outcomeTones } from "@/components/rulebook/outcome-tones";
import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { outcomeLabels } from "@/lib/rulebook/labels";
import type { ListedFinding } from "@/lib/rulebook/queries/list-findings";
import { ruleOf } from "@/lib/rulebook/rules/rulebook";

export function FindingTable(props: {
  rows: ListedFinding[];
  params: ListParams;
  sort: string;
  showsCommittee: boolean;
}) {
  const sorting = { path: "/rulebook/findings", params: props.params, sort: props.sort };
  const columns: TableColumn[] = [
    {},
    ...(props.showsCommittee ? [{ label: "所属党委" }] : []),
    { label: "规则", look: "nowrap" },
    { label: "情况", look: "nowrap" },
    { label: "内容" },
    { label: "截止日期", look: "nowrap" },
  ];
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader {...sorting} column="branch" label="党支部" />
          {props.showsCommittee && <th scope="col">所属党委</th>}
          <th scope="col">规则</th>
          <SortHeader {...sorting} column="outcome" label="情况" />
          <th scope="col">内容</th>
          <SortHeader {...sorting} column="dueOn" label="截止日期" />
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map((row) => cellsOf(row, props.showsCommittee))} />
    </table>
  );
}

function cellsOf(row: ListedFinding, showsCommittee: boolean): TableCell[] {
  return [
    { text: row.branchName, href: `/branches/${row.branchId}#findings` },
    ...(showsCommittee ? [row.committeeName] : []),
    { text: ruleOf(row.rule).title, href: `/rulebook#${row.rule}` },
    { text: null, badge: { tone: outcomeTones[row.outcome], text: outcomeLabels[row.outcome] } },
    { text: row.text, note: row.silencedUntil && `（已暂缓到 ${row.silencedUntil}）` },
    row.dueOn,
  ];
}
