import { TermBadge } from "@/components/branches/term-badge";
import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
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
      <tbody>
        {props.rows.map((branch) => (
          <tr key={branch.id}>
            <td>
              <span>
                <a href={`/branches/${branch.id}`}>{branch.name}</a>
                {branch.isDemonstration && "（示范点）"}
              </span>
            </td>
            <td data-label="类型" className="whitespace-nowrap">
              {branchKindLabels[branch.kind]}
            </td>
            {props.showsCommittee && <td data-label="所属党委">{branch.committeeName}</td>}
            <td data-label="覆盖企业">{coveredText(branch)}</td>
            <td data-label="正式党员" className="number">
              {branch.fullCount}
            </td>
            <td data-label="书记">{branch.secretary}</td>
            <td data-label="成立日期" className="whitespace-nowrap">
              {branch.foundedOn}
            </td>
            <td data-label="任期届满" className="whitespace-nowrap">
              {branch.dissolvedOn ? (
                <span className="muted">{branch.dissolvedOn} 撤销</span>
              ) : (
                <TermBadge endsOn={branch.termEndsOn} state={branch.termState} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function coveredText({ enterpriseCount, enterpriseNames }: Row): string {
  const names = enterpriseNames.join("、");
  return enterpriseCount > enterpriseNames.length ? `${names}等 ${enterpriseCount} 家` : names;
}
