import { EmptyState } from "@/components/shell/empty-state";
import { Panel } from "@/components/ui/panel";
import type { findPark } from "@/lib/parks/queries";
import { servicePointKindLabels } from "@/lib/service-points/labels";

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
              <a href={`/parks/${park.id}/buildings/${building.id}`}>{building.name}</a>
              {building.address && <span className="muted ml-2">{building.address}</span>}
              {building.closedOn && <span className="muted">（{building.closedOn} 停用）</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function ParkServicePoints({ park }: { park: Park }) {
  const more = park.can.edit && <a href={`/service-points/new?park=${park.id}`}>登记服务点</a>;
  return (
    <Panel title="服务点" more={more}>
      {park.servicePoints.length === 0 ? (
        <p className="muted py-1">还没有服务点</p>
      ) : (
        <ul className="grid gap-1">
          {park.servicePoints.map((point) => (
            <li key={point.id}>
              <a href={`/service-points/${point.id}`}>{point.name}</a>
              <span className="muted ml-2">
                {servicePointKindLabels[point.kind]}
                {point.closedOn && "（已撤点）"}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const count = (value: number | null) => value?.toLocaleString("zh-CN") ?? "—";

const columns = ["建筑面积（㎡）", "已投用面积（㎡）", "注册企业", "入驻企业", "从业人数"];

/** Figures as the park reported them: never mixed with what the register counts. */
export function ParkFigures({ park }: { park: Park }) {
  if (park.figures.length === 0 && !park.can.edit) return null;
  const more = park.can.edit && <a href={`/parks/${park.id}/figures/new`}>登记上报数据</a>;
  return (
    <Panel title="园区上报数据" more={more}>
      {park.figures.length === 0 ? (
        <p className="muted py-1">还没有登记</p>
      ) : (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">来源</th>
              {columns.map((label) => (
                <th key={label} scope="col" className="number">
                  {label}
                </th>
              ))}
              {park.can.edit && <th scope="col">操作</th>}
            </tr>
          </thead>
          <tbody>
            {park.figures.map((figure) => (
              <FigureRow key={figure.id} figure={figure} park={park} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function FigureRow({ figure, park }: { figure: Park["figures"][number]; park: Park }) {
  const { floorAreaSqm, openedAreaSqm, registeredCount, settledCount, employeeCount } = figure;
  const numbers = [floorAreaSqm, openedAreaSqm, registeredCount, settledCount, employeeCount];
  return (
    <tr>
      <td className="whitespace-nowrap">{figure.reportedOn}</td>
      <td data-label="来源">{figure.source}</td>
      {columns.map((label, index) => (
        <td key={label} data-label={label} className="number">
          {count(numbers[index] ?? null)}
        </td>
      ))}
      {park.can.edit && (
        <td data-label="操作">
          <a href={`/parks/${park.id}/figures/${figure.id}/remove`}>删除</a>
        </td>
      )}
    </tr>
  );
}
