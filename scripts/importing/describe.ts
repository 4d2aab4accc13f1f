import type { ImportOutcome } from "@/generated/prisma/enums";
import { columnLabels, figureLabels, outcomeLabels } from "@/lib/imports/labels";
import type { Judgement } from "@/lib/imports/rules/judgement";

const linesShown = 20;

type Run = { kind: "enterprises" | "members"; isConfirmed: boolean; refusedLater: number };

/** What was understood of a file and what came of it, for a terminal. */
export function describeJudgement(judgement: Judgement, { kind, isConfirmed, refusedLater }: Run): string {
  const { rows, sheetName, headerLine, notices } = judgement;
  const count = (outcome: ImportOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const outcomes = (Object.keys(outcomeLabels) as ImportOutcome[]).map(
    (each) => `${outcomeLabels[each]} ${count(each)}`,
  );
  const news = count("NEW") + count("CHANGED");
  return [
    `工作表“${sheetName}”，表头在第 ${headerLine} 行`,
    ...describeColumns(judgement, kind),
    ...notices,
    "",
    ...Object.entries(judgement.figures).map(([name, value]) => `${figureLabels[name] ?? name}　${value}`),
    "",
    outcomes.join("　"),
    ...describeRefused(judgement),
    ...describeSkipped(judgement),
    "",
    endOf(isConfirmed, news, refusedLater),
  ].join("\n");
}

function describeColumns({ columns, otherSheets }: Judgement, kind: Run["kind"]): string[] {
  const labels = columnLabels[kind === "enterprises" ? "ENTERPRISES" : "MEMBERS"];
  const read = columns.flatMap(({ header, field }) => (field ? [`${header} → ${labels[field] ?? field}`] : []));
  const unread = columns.filter(({ field }) => field === null).map(({ header }) => header);
  return [
    `识别的列：${read.join("；")}`,
    unread.length > 0 ? `没有识别、不导入的列：${unread.join("、")}` : "所有列都已识别",
    ...otherSheets.map(({ name, rowCount }) => `另有工作表“${name}”（约 ${rowCount} 行）没有导入`),
  ];
}

function describeRefused({ rows }: Judgement): string[] {
  const refused = rows.filter(({ outcome }) => outcome === "REFUSED");
  const lines = refused.slice(0, linesShown).map(({ line, reasons }) => `第 ${line} 行退回：${reasons.join("；")}`);
  return refused.length > linesShown ? [...lines, `……另有 ${refused.length - linesShown} 行退回`] : lines;
}

function describeSkipped({ skipped }: Judgement): string[] {
  const lines = skipped.slice(0, linesShown).map(({ line, why }) => `第 ${line} 行不是数据：${why}`);
  return skipped.length > linesShown ? [...lines, `……另有 ${skipped.length - linesShown} 行不是数据`] : lines;
}

function endOf(isConfirmed: boolean, news: number, refusedLater: number): string {
  if (news === 0) return "没有新增也没有变更，什么都没有写入。";
  if (!isConfirmed) return "只核对，没有写入。加上 --confirm 写入。";
  return refusedLater > 0 ? `已写入；写入时又退回 ${refusedLater} 行，见导入中心。` : "已写入。";
}
