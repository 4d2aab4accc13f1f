import { termCell } from "@/components/branches/term-badge";
import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { branchKindLabels } from "@/lib/branches/labels";
import type { listBranches } from "@/lib/branches/queries/list-branches";

type Row = Awaited<ReturnType<typeof listBranches>>["rows"][number];

export function BranchTable(props: { rows: Row[]; params: ListParams; sort: string; showsCommittee: boolean }) {
  const sorting = { path: "/branches", params: props.params, sort: props.sort };
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader {...sorting} column="name" label="党支部" />
          <th scope="col">类型</th>
          {props.showsCommittee && <th scope="col">所属党委</th>}
          <th scope="col">覆盖企业</th>
          <th scope="col" className="number">
            正式党员
          </th>
          <th scope="col">书记</th>
          <SortHeader {...sorting} column="foundedOn" label="成立日期" />
          <th scope="col">任期届满</th>
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
    { label: "类型", look: "nowrap" },
    ...(showsCommittee ? [{ label: "所属党委" }] : []),
    { label: "覆盖企业" },
    { label: "正式党员", look: "number" },
    { label: "书记" },
    { label: "成立日期", look: "nowrap" },
    { label: "任期届满", look: "nowrap" },
  ];
}

function cellsOf(branch: Row, showsCommittee: boolean): TableCell[] {
  return [
    { text: branch.name, href: `/branches/${branch.id}`, note: branch.isDemonstration ? "（示范点）" : null },
    branchKindLabels[branch.kind],
    ...(showsCommittee ? [branch.committeeName] : []),
    coveredText(branch),
    branch.fullCount,
    branch.secretary,
    branch.foundedOn,
    branch.dissolvedOn
      ? { text: null, note: `${branch.dissolvedOn} 撤销` }
      : termCell(branch.termEndsOn, branch.termState),
  ];
}

function coveredText({ enterpriseCount, enterpriseNames }: Row): string {
  const names = enterpriseNames.join("、");
  return enterpriseCount > enterpriseNames.length ? `${names}等 ${enterpriseCount} 家` : names;
}
