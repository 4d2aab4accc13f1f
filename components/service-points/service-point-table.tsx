import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { servicePointKindLabels, writeDutyRhythm } from "@/lib/service-points/labels";
import type { listServicePoints } from "@/lib/service-points/queries/list-service-points";

type Row = Awaited<ReturnType<typeof listServicePoints>>["rows"][number];

export function ServicePointTable(props: { rows: Row[]; params: ListParams; sort: string }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader path="/service-points" params={props.params} sort={props.sort} column="name" label="服务点" />
          <th scope="col">阵地类型</th>
          <th scope="col">园区楼宇</th>
          <th scope="col">开放时间</th>
          <th scope="col">驻点时间</th>
          <th scope="col">党建指导员</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((point) => (
          <tr key={point.id}>
            <td>
              <a href={`/service-points/${point.id}`}>{point.name}</a>
              {point.closedOn && <span className="muted">（{point.closedOn} 撤点）</span>}
            </td>
            <td data-label="阵地类型">{servicePointKindLabels[point.kind]}</td>
            <td data-label="园区楼宇">{`${point.parkName}${point.buildingName ?? ""}`}</td>
            <td data-label="开放时间">{point.openingHours}</td>
            <td data-label="驻点时间">{writeDutyRhythm(point)}</td>
            <td data-label="党建指导员">{point.instructorNames ?? <span className="muted">未安排</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
