import type { Cell } from "@/lib/sheets/cell";

const signs = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

/** A registry export of so many enterprises, as a park would send it. */
async function registryFile(count: number): Promise<Buffer> {
  const { isCreditCode } = await import("@/lib/identifiers/credit-code");
  const { workbookBuffer } = await import("@/lib/sheets/write-workbook");
  const code = (index: number) => {
    const head = `91500113${String(index).padStart(9, "0")}`;
    return signs.map((sign) => head + sign).find(isCreditCode) ?? "";
  };
  const headers = [
    "企业名称",
    "统一社会信用代码",
    "法定代表人",
    "成立日期",
    "注册资本（万元）",
    "行业类别",
    "注册地址",
    "是否入驻",
    "从业人员数",
    "联系电话",
    "登记状态",
  ];
  const row = (index: number): Cell[] => [
    `重庆测量第${index}网络科技有限公司`,
    code(index),
    "张三",
    "2019-03-05",
    500,
    "网络技术",
    `科技大道${index}号`,
    index % 3 === 0 ? "是" : "否",
    index % 200,
    `190${String(index).padStart(8, "0")}`,
    "存续",
  ];
  return workbookBuffer({
    sheetName: "名录",
    columns: headers.map((header) => ({ header })),
    rows: [Array.from({ length: count }, (_, index) => row(index))],
  });
}

/** Seconds to read, judge, keep and write a registry export, in the same code as the import centre; taken back afterwards. */
export async function measureImport(
  committeeCode: string,
  count: number,
): Promise<{ judged: number; written: number }> {
  const { db } = await import("@/lib/db/client");
  const { operatorOf } = await import("@/lib/auth/operator");
  const { judgeFile } = await import("@/lib/imports/queries/judge-file");
  const { keepImport } = await import("@/lib/imports/commands/judge-import");
  const { confirmImport } = await import("@/lib/imports/commands/confirm-import");
  const { writeImport } = await import("@/lib/imports/commands/write-import");
  const { takeBackImport } = await import("@/lib/imports/commands/take-back-import");
  const committee = await db.committee.findUniqueOrThrow({ where: { code: committeeCode }, select: { id: true } });
  const actor = operatorOf([committee.id]);
  const bytes = await registryFile(count);
  const file = { kind: "ENTERPRISES" as const, committeeId: committee.id, parkId: null, fileName: "名录.xlsx", bytes };
  const started = performance.now();
  const judgement = await judgeFile(actor, file);
  const { id } = await keepImport(actor, file, judgement);
  const judged = (performance.now() - started) / 1000;
  await confirmImport(actor, { id });
  await writeImport(actor, id);
  const written = (performance.now() - started) / 1000 - judged;
  await takeBackImport(actor, { id, reason: "测量完毕" });
  return { judged, written };
}
