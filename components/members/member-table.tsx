import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { genderLabels, memberStageLabels } from "@/lib/members/labels";
import type { MemberRow } from "@/lib/members/queries/list-members";

export function MemberTable(props: { rows: MemberRow[]; params: ListParams; sort: string }) {
  const sortable = { path: "/members", params: props.params, sort: props.sort };
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader {...sortable} column="name" label="姓名" />
          <th scope="col">性别</th>
          <th scope="col">人员类别</th>
          <th scope="col">党支部</th>
          <th scope="col">工作单位</th>
          <th scope="col">职务</th>
          <SortHeader {...sortable} column="joinedOn" label="入党日期" />
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map(cellsOf)} />
    </table>
  );
}

const columns: TableColumn[] = [
  {},
  { label: "性别" },
  { label: "人员类别" },
  { label: "党支部" },
  { label: "工作单位" },
  { label: "职务" },
  { label: "入党日期", look: "nowrap" },
];

function cellsOf(member: MemberRow): TableCell[] {
  return [
    { text: member.name, href: `/members/${member.id}`, note: marks(member) },
    member.gender && genderLabels[member.gender],
    memberStageLabels[member.stage],
    member.branchName,
    member.enterpriseName,
    member.post,
    member.joinedOn,
  ];
}

/** What sets a row apart, in words: a floating member, or one who has left. */
function marks({ isMobile, leftOn }: MemberRow): string {
  return `${isMobile ? "（流动）" : ""}${leftOn ? `（${leftOn} 离开）` : ""}`;
}
