import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { bulletinStatusLabels } from "@/lib/bulletins/labels";
import type { ListedBulletin } from "@/lib/bulletins/queries/list-bulletins";
import { writeQuarterInText } from "@/lib/calendar";
import { reportFigureLabels } from "@/lib/plans/labels";

const shownFigures = ["expected", "received", "onTime"] as const;

export function BulletinTable(props: { rows: ListedBulletin[]; showsCommittee: boolean }) {
  const columns: TableColumn[] = [
    {},
    { label: "季度", look: "nowrap" },
    ...(props.showsCommittee ? [{ label: "党委" }] : []),
    { label: "发文字号" },
    ...shownFigures.map((key) => ({ label: reportFigureLabels[key], look: "number" as const })),
    { label: "印发日期", look: "nowrap" },
  ];
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">通报</th>
          {columns.slice(1).map(({ label, look }) => (
            <th key={label} scope="col" className={look === "number" ? "number" : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map((row) => cellsOf(row, props.showsCommittee))} />
    </table>
  );
}

function cellsOf(bulletin: ListedBulletin, showsCommittee: boolean): TableCell[] {
  const draft = { tone: "attention" as const, text: bulletinStatusLabels.DRAFT };
  return [
    { text: bulletin.title, href: `/bulletins/${bulletin.id}`, badge: bulletin.status === "DRAFT" ? draft : null },
    writeQuarterInText(bulletin.quarter),
    ...(showsCommittee ? [bulletin.committeeName] : []),
    bulletin.documentNumber,
    ...shownFigures.map((key) => bulletin.figures?.find((figure) => figure.key === key)?.count ?? null),
    bulletin.publishedOn,
  ];
}
