import type { listCommittees } from "@/lib/committees/queries";

type Row = Awaited<ReturnType<typeof listCommittees>>["rows"][number];

/** The tree as a table: a child stands below its parent, indented. */
export function CommitteeTable({ rows }: { rows: Row[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">党委</th>
          <th scope="col">代码</th>
          <th scope="col">行政区</th>
          <th scope="col" className="number">
            党支部
          </th>
          <th scope="col" className="number">
            在册企业
          </th>
          <th scope="col" className="number">
            党员
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((committee) => (
          <tr key={committee.id}>
            <td style={committee.depth ? { paddingLeft: 12 + committee.depth * 20 } : undefined}>
              <a href={`/committees/${committee.id}`}>{committee.name}</a>
              {committee.closedOn && <span className="muted">（{committee.closedOn} 撤销）</span>}
            </td>
            <td data-label="代码">{committee.code}</td>
            <td data-label="行政区">{committee.districtName}</td>
            <td data-label="党支部" className="number">
              {committee.branchCount}
            </td>
            <td data-label="在册企业" className="number">
              {committee.enterpriseCount}
            </td>
            <td data-label="党员" className="number">
              {committee.memberCount}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
