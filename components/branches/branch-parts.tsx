import type { BranchFile } from "@/components/branches/branch-panels";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { branchKindLabels } from "@/lib/branches/labels";
import { memberStageLabels } from "@/lib/members/labels";

export function BranchFactsPanel({ branch }: { branch: BranchFile }) {
  const { building, figures } = branch;
  return (
    <Panel title="基本情况">
      <Facts
        items={[
          { label: "支部类型", value: branchKindLabels[branch.kind] },
          { label: "所属党委", value: branch.committee.name },
          { label: "成立日期", value: branch.foundedOn },
          { label: "批准文号", value: branch.approvingPaper },
          { label: "活动场所", value: branch.meetingPlace },
          { label: "所在楼宇", value: building && `${building.park.name} ${building.name}` },
          { label: "党员", value: `${figures.memberCount} 名`, note: `其中正式党员 ${figures.fullCount} 名` },
          { label: "示范点", value: branch.isDemonstration ? <Badge tone="info">示范点</Badge> : "否" },
        ]}
      />
    </Panel>
  );
}

/** The members today; only for who may read their names. */
export function MembersPanel({ branch }: { branch: BranchFile }) {
  if (!branch.can.seeMembers) return null;
  if (branch.dissolvedOn && branch.members.length === 0) return null;
  return (
    <Panel
      title={`党员 ${branch.members.length} 名`}
      id="members"
      more={<a href={`/members?branch=${branch.id}`}>党员名册</a>}
    >
      {branch.members.length === 0 ? (
        <p className="muted">还没有党员。请在党员页把组织关系转入本支部。</p>
      ) : (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">人员类别</th>
              <th scope="col">工作单位</th>
              <th scope="col">职务</th>
            </tr>
          </thead>
          <tbody>
            {branch.members.map((member) => (
              <tr key={member.id}>
                <td>
                  <a href={`/members/${member.id}`}>{member.name}</a>
                </td>
                <td data-label="人员类别">
                  {memberStageLabels[member.stage]}
                  {member.isMobile && <span className="muted">（流动）</span>}
                </td>
                <td data-label="工作单位">{member.employer}</td>
                <td data-label="职务">{member.post}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** Former names, the branches that went into this one, and the one this went into. */
export function OriginsPanel({ branch }: { branch: BranchFile }) {
  const { names, predecessors, successor } = branch;
  if (names.length + predecessors.length === 0 && !successor) return null;
  return (
    <Panel title="沿革" id="origins">
      <ul className="grid gap-1">
        {successor && (
          <li>
            撤销后由{" "}
            <a className="underline" href={`/branches/${successor.id}`}>
              {successor.name}
            </a>{" "}
            承接
          </li>
        )}
        {names.map(({ id, name, validFrom, validTo }) => (
          <li key={id}>
            {validFrom} 至 {validTo} 名为“{name}”
            {branch.can.correct && (
              <a className="no-print ml-3 text-xs underline" href={`/branches/${branch.id}/names/${id}/correct`}>
                更正
              </a>
            )}
          </li>
        ))}
        {predecessors.map(({ id, name, dissolvedOn }) => (
          <li key={id}>
            {dissolvedOn} 承接{" "}
            <a className="underline" href={`/branches/${id}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
