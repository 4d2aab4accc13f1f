import { EmptyState } from "@/components/shell/empty-state";
import { Panel } from "@/components/ui/panel";
import type { findPark } from "@/lib/parks/queries";

type Park = NonNullable<Awaited<ReturnType<typeof findPark>>>;

export function ParkBuildings({ park }: { park: Park }) {
  const more = park.can.edit && <a href={`/parks/${park.id}/buildings/new`}>登记楼宇</a>;
  return (
    <Panel title="楼宇" more={more}>
      {park.buildings.length === 0 ? (
        <EmptyState title="还没有登记楼宇" />
      ) : (
        <ul className="grid gap-1 sm:grid-cols-2">
          {park.buildings.map((building) => (
            <li key={building.id}>
              <a href={`/enterprises?building=${building.id}`}>{building.name}</a>
              {building.address && <span className="muted ml-2">{building.address}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const count = (value: number | null) => value?.toLocaleString("zh-CN") ?? "—";

/** Figures as the park reported them: never mixed with what the register counts. */
export function ParkFigures({ park }: { park: Park }) {
  if (park.figures.length === 0) return null;
  return (
    <Panel title="园区上报数据">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">来源</th>
            <th scope="col" className="number">
              已投用面积（㎡）
            </th>
            <th scope="col" className="number">
              注册企业
            </th>
            <th scope="col" className="number">
              入驻企业
            </th>
          </tr>
        </thead>
        <tbody>
          {park.figures.map((figure) => (
            <tr key={figure.id}>
              <td>{figure.reportedOn}</td>
              <td>{figure.source}</td>
              <td className="number">{count(figure.openedAreaSqm)}</td>
              <td className="number">{count(figure.registeredCount)}</td>
              <td className="number">{count(figure.settledCount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
