import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
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
      <tbody>
        {props.rows.map((member) => (
          <tr key={member.id}>
            <td>
              <a href={`/members/${member.id}`}>{member.name}</a>
              {marks(member) && <span className="muted">{marks(member)}</span>}
            </td>
            <td data-label="性别">{member.gender && genderLabels[member.gender]}</td>
            <td data-label="人员类别">{memberStageLabels[member.stage]}</td>
            <td data-label="党支部">{member.branchName}</td>
            <td data-label="工作单位">{member.enterpriseName}</td>
            <td data-label="职务">{member.post}</td>
            <td data-label="入党日期">{member.joinedOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What sets a row apart, in words: a floating member, or one who has left. */
function marks({ isMobile, leftOn }: MemberRow): string {
  return `${isMobile ? "（流动）" : ""}${leftOn ? `（${leftOn} 离开）` : ""}`;
}
