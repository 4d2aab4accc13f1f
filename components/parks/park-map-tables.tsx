import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { writeRate } from "@/lib/coverage/rules/standing";
import type { ParkMap } from "@/lib/parks/queries/park-map";
import { servicePointKindLabels } from "@/lib/service-points/labels";

const parkColumns: TableColumn[] = [{}, { label: "图上序号", look: "number" }, { label: "入驻企业", look: "number" }];
const coverageColumns: TableColumn[] = [
  { label: "组织覆盖", look: "number" },
  { label: "组织覆盖率", look: "number" },
];

/** The map's facts as a table: what the picture shows, for everybody who reads rather than looks. */
export function MapParks({ map }: { map: ParkMap }) {
  const hasCoverage = map.base !== null;
  const rows = map.parks.map(({ coverage, ...park }): TableCell[] => [
    { text: park.name, href: `/parks/${park.id}`, note: park.place ? null : "（没有经纬度）" },
    park.place ? park.number : "—",
    park.settledCount,
    ...(coverage ? [`${coverage.organized} / ${coverage.base}`, writeRate(coverage.organized, coverage.base)] : []),
  ]);
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">园区</th>
          <th scope="col" className="number">
            图上序号
          </th>
          <th scope="col" className="number">
            入驻企业
          </th>
          {hasCoverage && (
            <>
              <th scope="col" className="number">
                组织覆盖
              </th>
              <th scope="col" className="number">
                组织覆盖率
              </th>
            </>
          )}
        </tr>
      </thead>
      <TableRows columns={hasCoverage ? [...parkColumns, ...coverageColumns] : parkColumns} rows={rows} />
    </table>
  );
}

const pointColumns: TableColumn[] = [
  {},
  { label: "图上序号", look: "number" },
  { label: "类型" },
  { label: "所在园区" },
];

export function MapPoints({ map }: { map: ParkMap }) {
  const rows = map.points.map((point): TableCell[] => [
    { text: point.name, href: `/service-points/${point.id}`, note: point.place ? null : "（没有经纬度）" },
    point.place ? point.number : "—",
    servicePointKindLabels[point.kind],
    point.parkName,
  ]);
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">服务点</th>
          <th scope="col" className="number">
            图上序号
          </th>
          <th scope="col">类型</th>
          <th scope="col">所在园区</th>
        </tr>
      </thead>
      <TableRows columns={pointColumns} rows={rows} />
    </table>
  );
}

/** Parks that no picture can show yet, and where their place is entered. */
export function WithoutPlace({ map }: { map: ParkMap }) {
  const missing = map.parks.filter(({ place }) => place === null);
  if (missing.length === 0) return null;
  return (
    <div className="mt-3">
      <p>以下园区还没有经纬度，图上不显示。由党委工作人员在“修改园区”中填写：</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {missing.map((park) => (
          <li key={park.id}>{park.can.edit ? <a href={`/parks/${park.id}/edit`}>{park.name}</a> : park.name}</li>
        ))}
      </ul>
    </div>
  );
}
