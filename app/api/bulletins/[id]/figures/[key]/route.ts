import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { describeFigure, figureNoun } from "@/lib/bulletins/labels";
import { findFigure } from "@/lib/bulletins/queries/find-bulletin";
import type { ListRow } from "@/lib/bulletins/schema/snapshot";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";

type Params = { params: Promise<{ id: string; key: string }> };

/** The list behind a figure of a bulletin as Excel, those not counted and not asked included. */
export async function GET(_request: NextRequest, props: Params): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const { id, key } = await props.params;
  const found = await findFigure(actor, id, key);
  if (!found) return hidden();
  const { bulletin, figure } = found;
  const rows = [
    ...cellsOf(found.counted, "计入"),
    ...cellsOf(found.rest, "未计入"),
    ...cellsOf(found.outside, "不适用"),
  ];
  await recordExport(actor, "bulletin", { filters: { bulletin: id, figure: key }, rowCount: rows.length });
  return downloadWorkbook(`${figure.label} ${bulletin.title}`, {
    sheetName: "名单",
    title: bulletin.title,
    note: `${figure.label}：${describeFigure(figure)}；${bulletin.figures.takenOn} 的情况`,
    columns: [
      { header: figureNoun(figure), width: 36 },
      { header: "是否计入", width: 12 },
      { header: "情况", width: 16 },
      { header: "说明", width: 60 },
    ],
    rows: [rows],
  });
}

function cellsOf(rows: ListRow[], counted: string): Cell[][] {
  return rows.map(({ name, state, note }) => [name, counted, state, note]);
}
