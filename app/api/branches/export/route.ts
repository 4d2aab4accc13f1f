import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { branchKindLabels, termStateLabels } from "@/lib/branches/labels";
import { canSeeBranches } from "@/lib/branches/policy";
import { countBranches, type ExportedBranch, exportBranches } from "@/lib/branches/queries/list-branches";
import { branchList } from "@/lib/branches/schema";
import { toDay } from "@/lib/calendar";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "党支部", width: 36 },
  { header: "类型", width: 14 },
  { header: "所属党委", width: 28 },
  { header: "成立日期", kind: "day" as const },
  { header: "批准文号", width: 20 },
  { header: "活动场所", width: 24 },
  { header: "所在楼宇", width: 28 },
  { header: "示范点" },
  { header: "覆盖企业数", kind: "number" as const },
  { header: "覆盖企业", width: 60 },
  { header: "党员", kind: "number" as const },
  { header: "其中正式党员", kind: "number" as const },
  { header: "书记" },
  { header: "任期届满", kind: "day" as const },
  { header: "任期情况", width: 16 },
  { header: "撤销日期", kind: "day" as const },
];

/** The list of branches as Excel, under the same filters and in the same order. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canSeeBranches(actor)) return hidden();
  const list = branchList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const rowCount = await countBranches(actor, list);
  await recordExport(actor, "branch", { filters: list, rowCount });
  return downloadWorkbook(`党支部 ${actor.day}`, {
    sheetName: "党支部",
    title: "党支部名册",
    note: `截至 ${actor.day}，共 ${rowCount} 个`,
    columns,
    rows: rowsOf(exportBranches(actor, list)),
  });
}

async function* rowsOf(chunks: ReturnType<typeof exportBranches>): AsyncGenerator<Cell[][]> {
  for await (const chunk of chunks) yield chunk.map(cellsOf);
}

function cellsOf(branch: ExportedBranch): Cell[] {
  const { building } = branch;
  return [
    branch.name,
    branchKindLabels[branch.kind],
    branch.committeeName,
    toDay(branch.foundedOn),
    branch.approvingPaper,
    branch.meetingPlace,
    building && `${building.park.name} ${building.name}`,
    branch.isDemonstration ? "是" : "否",
    branch.enterpriseCount,
    branch.enterpriseNames.join("、"),
    branch.memberCount,
    branch.fullCount,
    branch.secretary,
    branch.termEndsOn,
    branch.dissolvedOn ? "已撤销" : termStateLabels[branch.termState],
    branch.dissolvedOn && toDay(branch.dissolvedOn),
  ];
}
