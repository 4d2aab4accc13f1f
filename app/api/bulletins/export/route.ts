import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { bulletinStatusLabels, figureGroupLabels } from "@/lib/bulletins/labels";
import { canSeeBulletins } from "@/lib/bulletins/policy";
import { exportBulletins, type ListedBulletin } from "@/lib/bulletins/queries/list-bulletins";
import { bulletinList } from "@/lib/bulletins/schema";
import { writeQuarter, writeQuarterInText } from "@/lib/calendar";
import { rateOf } from "@/lib/coverage/rules/standing";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "季度", width: 18 },
  { header: "党委", width: 28 },
  { header: "标题", width: 40 },
  { header: "发文字号", width: 28 },
  { header: "状态" },
  { header: "印发日期", kind: "day" as const },
  { header: "类别", width: 24 },
  { header: "项目", width: 36 },
  { header: "数量", kind: "number" as const },
  { header: "分母", kind: "number" as const },
  { header: "占比（%）", kind: "number" as const },
];

/** The list of bulletins as Excel under the same filters, a row for each published figure. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canSeeBulletins(actor)) return hidden();
  const list = bulletinList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const bulletins = await exportBulletins(actor, list);
  const filters = { ...list, quarter: list.quarter && writeQuarter(list.quarter) };
  await recordExport(actor, "bulletin", { filters, rowCount: bulletins.length });
  return downloadWorkbook(`通报数据 ${actor.day}`, {
    sheetName: "通报数据",
    title: "通报数据",
    note: `共 ${bulletins.length} 份通报，数据为印发时的情况；草稿没有固定的数据`,
    columns,
    rows: [bulletins.flatMap(cellsOf)],
  });
}

function cellsOf(bulletin: ListedBulletin): Cell[][] {
  const start: Cell[] = [
    writeQuarterInText(bulletin.quarter),
    bulletin.committeeName,
    bulletin.title,
    bulletin.documentNumber,
    bulletinStatusLabels[bulletin.status],
    bulletin.publishedOn,
  ];
  if (!bulletin.figures) return [[...start, null, null, null, null, null]];
  return bulletin.figures.map(({ group, label, count, base }) => [
    ...start,
    figureGroupLabels[group],
    label,
    count,
    base,
    base === null ? null : rateOf(count, base),
  ]);
}
