import { outcomeTones } from "@/components/imports/status-tones";
import { EmptyState } from "@/components/shell/empty-state";
import { listHref } from "@/components/shell/list-address";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import type { ImportKind, ImportOutcome } from "@/generated/prisma/enums";
import { enterpriseFieldLabels, memberFieldLabels, outcomeLabels } from "@/lib/imports/labels";
import type { ImportRowShown } from "@/lib/imports/queries/find-import";
import { writeValue } from "@/lib/imports/rules/written-value";

const wayClass = "button aria-[current]:border-primary aria-[current]:bg-primary-tint";

/** The outcomes with their counts; each shows its own rows. */
export function OutcomeWays(props: {
  path: string;
  counts: Partial<Record<ImportOutcome, number>>;
  outcome: ImportOutcome | undefined;
}) {
  const ways = Object.entries(outcomeLabels).filter(([outcome]) => props.counts[outcome as ImportOutcome]);
  return (
    <nav aria-label="按结果查看" className="mb-2 flex flex-wrap gap-2">
      <a className={wayClass} href={props.path} aria-current={props.outcome === undefined ? "page" : undefined}>
        全部
      </a>
      {ways.map(([outcome, label]) => (
        <a
          key={outcome}
          className={wayClass}
          href={listHref(props.path, {}, { outcome })}
          aria-current={props.outcome === outcome ? "page" : undefined}
        >
          {label} {props.counts[outcome as ImportOutcome]}
        </a>
      ))}
    </nav>
  );
}

const columns: TableColumn[] = [
  { look: "nowrap" },
  { label: "结果", look: "nowrap" },
  { label: "内容" },
  { label: "说明" },
];

/** Line by line: what comes of it, what changes from what to what, and why. */
export function ImportRows(props: { kind: ImportKind; rows: ImportRowShown[] }) {
  if (props.rows.length === 0) return <EmptyState title="没有这样的行" />;
  const noun = props.kind === "ENTERPRISES" ? "enterprises" : "members";
  const labels: Record<string, string> = props.kind === "ENTERPRISES" ? enterpriseFieldLabels : memberFieldLabels;
  const cellsOf = (row: ImportRowShown): TableCell[] => [
    `第 ${row.line} 行`,
    { text: null, badge: { tone: outcomeTones[row.outcome], text: outcomeLabels[row.outcome] } },
    {
      text: row.title,
      ...(row.subjectId && row.isWritten ? { href: `/${noun}/${row.subjectId}` } : {}),
      note: row.subtitle && ` ${row.subtitle}`,
    },
    [
      ...row.reasons,
      ...row.changes.map(
        (change) =>
          `${labels[change.field] ?? change.field}：${writeValue(change.field, change.old)} → ${writeValue(change.field, change.new)}`,
      ),
      ...row.notes,
    ].join("；"),
  ];
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">行号</th>
          <th scope="col">结果</th>
          <th scope="col">内容</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map(cellsOf)} />
    </table>
  );
}
