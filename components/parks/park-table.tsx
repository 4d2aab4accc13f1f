import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import type { listParks } from "@/lib/parks/queries";

type Row = Awaited<ReturnType<typeof listParks>>["rows"][number];

export function ParkTable(props: { rows: Row[]; params: ListParams; sort: string }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader path="/parks" params={props.params} sort={props.sort} column="name" label="园区" />
          <th scope="col">地址</th>
          <th scope="col" className="number">
            楼宇
          </th>
          <th scope="col" className="number">
            在册企业
          </th>
          <th scope="col" className="number">
            其中入驻
          </th>
          <th scope="col" className="number">
            服务点
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((park) => (
          <tr key={park.id}>
            <td>
              <a href={`/parks/${park.id}`}>{park.name}</a>
              {park.closedOn && <span className="muted">（{park.closedOn} 停用）</span>}
            </td>
            <td data-label="地址">{park.address}</td>
            <td data-label="楼宇" className="number">
              {park.buildingCount}
            </td>
            <td data-label="在册企业" className="number">
              {park.registeredCount + park.settledCount}
            </td>
            <td data-label="其中入驻" className="number">
              {park.settledCount}
            </td>
            <td data-label="服务点" className="number">
              {park.servicePointCount}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
