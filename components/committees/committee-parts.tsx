import { EmptyState } from "@/components/shell/empty-state";
import { Panel } from "@/components/ui/panel";
import { toDay } from "@/lib/calendar";
import type { Committee } from "@/lib/committees/queries";

/** Names, districts and superior bodies through time, the present one first. */
export function CommitteeNames({ committee }: { committee: Committee }) {
  const more = committee.can.edit && <a href={`/committees/${committee.id}/rename`}>登记更名或变更</a>;
  return (
    <Panel title="名称沿革" more={more}>
      {committee.names.length === 0 ? (
        <EmptyState title="还没有名称记录" />
      ) : (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">行政区</th>
              <th scope="col">上级机关</th>
              <th scope="col">发文机关代字</th>
              <th scope="col">起止</th>
              {committee.can.correct && <th scope="col">操作</th>}
            </tr>
          </thead>
          <tbody>
            {committee.names.map((name) => (
              <tr key={name.id}>
                <td>{name.name}</td>
                <td data-label="行政区">{name.districtName + (name.regionCode ? `（${name.regionCode}）` : "")}</td>
                <td data-label="上级机关">{name.superiorBodies.join("、") || "—"}</td>
                <td data-label="发文机关代字">{name.documentPrefix ?? "—"}</td>
                <td data-label="起止">
                  {name.validTo ? `${name.validFrom} 至 ${name.validTo}` : `${name.validFrom} 起`}
                </td>
                {committee.can.correct && (
                  <td>
                    <a href={`/committees/${committee.id}/names/${name.id}`}>更正</a>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

type Neighbour = Committee["children"][number];

/** Committees below this one, and those merged into it. */
export function CommitteeChildren({ committee }: { committee: Committee }) {
  const merged = new Set(committee.predecessors.map(({ id }) => id));
  const children = committee.children.filter(({ id }) => !merged.has(id));
  const more = committee.can.edit && <a href={`/committees/new?parent=${committee.id}`}>登记下级党委</a>;
  return (
    <Panel title="下级党委" more={more}>
      {children.length === 0 ? <EmptyState title="没有下级党委" /> : <NeighbourList committees={children} />}
      {committee.predecessors.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 font-medium">已并入</h3>
          <NeighbourList committees={committee.predecessors} />
        </>
      )}
    </Panel>
  );
}

function NeighbourList({ committees }: { committees: Neighbour[] }) {
  return (
    <ul className="grid gap-1">
      {committees.map(({ id, name, closedOn }) => (
        <li key={id}>
          <a href={`/committees/${id}`}>{name}</a>
          {closedOn && <span className="muted">（{toDay(closedOn)} 撤销）</span>}
        </li>
      ))}
    </ul>
  );
}
