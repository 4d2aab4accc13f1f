import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { instructorKindLabels } from "@/lib/instructors/labels";
import type { listInstructors } from "@/lib/instructors/queries/list-instructors";

type Row = Awaited<ReturnType<typeof listInstructors>>["rows"][number];

/** Load is what is assigned today, to be shared out evenly; it ranks nobody. */
export function InstructorTable(props: { rows: Row[]; params: ListParams; sort: string }) {
  const sortable = { path: "/instructors", params: props.params, sort: props.sort };
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader {...sortable} column="name" label="姓名" />
          <th scope="col">类型</th>
          <th scope="col" className="number">
            联系企业
          </th>
          <th scope="col" className="number">
            联系支部
          </th>
          <th scope="col" className="number">
            服务点
          </th>
          <th scope="col" className="number">
            本月待走访
          </th>
          <th scope="col" className="number">
            逾期走访
          </th>
          <th scope="col" className="number">
            本季驻点
          </th>
          <th scope="col" className="number">
            未答复诉求
          </th>
          <SortHeader {...sortable} column="started" label="上岗日期" />
          <th scope="col">账号</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((instructor) => (
          <tr key={instructor.id}>
            <td>
              <a href={`/instructors/${instructor.id}`}>{instructor.name}</a>
              {instructor.endedOn && <span className="muted">（{instructor.endedOn} 离岗）</span>}
            </td>
            <td data-label="类型">
              {instructorKindLabels[instructor.kind]}
              {instructor.professionalTitle && <span className="muted ml-2">{instructor.professionalTitle}</span>}
            </td>
            <td data-label="联系企业" className="number">
              {instructor.enterpriseCount}
            </td>
            <td data-label="联系支部" className="number">
              {instructor.branchCount}
            </td>
            <td data-label="服务点" className="number">
              {instructor.servicePointCount}
            </td>
            <td data-label="本月待走访" className="number">
              {instructor.visitsDue}
            </td>
            <td data-label="逾期走访" className="number">
              {instructor.visitsOverdue}
            </td>
            <td data-label="本季驻点" className="number">
              {instructor.shiftsDone}/{instructor.shiftsPlanned}
            </td>
            <td data-label="未答复诉求" className="number">
              {instructor.openRequests}
            </td>
            <td data-label="上岗日期">{instructor.startedOn}</td>
            <td data-label="账号">{instructor.hasAccount ? "已开通" : <span className="muted">未开通</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
