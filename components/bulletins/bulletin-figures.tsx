import { Panel } from "@/components/ui/panel";
import { type TableCell, TableRows } from "@/components/ui/table-rows";
import { figureGroupLabels } from "@/lib/bulletins/labels";
import type { BulletinFile } from "@/lib/bulletins/queries/find-bulletin";
import { type Figure, type FigureGroup, figureGroups } from "@/lib/bulletins/schema/snapshot";
import { formatDayInText } from "@/lib/calendar";
import { writeRate } from "@/lib/coverage/rules/standing";

/** Every figure of a bulletin; each opens the list behind it. */
export function BulletinFigures({ bulletin }: { bulletin: BulletinFile }) {
  return figureGroups.map((group) => {
    const figures = bulletin.figures.figures.filter((figure) => figure.group === group);
    return (
      figures.length > 0 && (
        <Panel
          key={group}
          title={figureGroupLabels[group]}
          more={<span className="muted">{noteOf(bulletin, group)}</span>}
        >
          <FigureTable bulletin={bulletin} figures={figures} />
        </Panel>
      )
    );
  });
}

function noteOf({ figures }: BulletinFile, group: FigureGroup): string | null {
  switch (group) {
    case "reports":
      return `报送截止 ${formatDayInText(figures.summaryDueOn)}`;
    case "coverage": {
      const base = figures.figures.find((figure) => figure.group === group)?.baseLabel;
      return `截至 ${formatDayInText(figures.coverageDay)}，分母为${base}`;
    }
    case "tasks":
    case "orgLife":
      return null;
  }
}

function FigureTable({ bulletin, figures }: { bulletin: BulletinFile; figures: Figure[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col" className="number">
            数量
          </th>
          <th scope="col" className="number">
            分母
          </th>
          <th scope="col" className="number">
            占比
          </th>
        </tr>
      </thead>
      <TableRows
        columns={[{ isHeader: true }, { look: "number" }, { look: "number" }, { look: "number" }]}
        rows={figures.map((figure) => cellsOf(bulletin, figure))}
      />
    </table>
  );
}

function cellsOf({ id, openKeys }: BulletinFile, { key, label, count, base, unit }: Figure): TableCell[] {
  const amount = `${count} ${unit}`;
  return [
    label,
    openKeys.includes(key) ? { text: amount, href: `/bulletins/${id}/figures/${key}` } : amount,
    base === null ? "—" : `${base} ${unit}`,
    base === null ? "—" : writeRate(count, base),
  ];
}
