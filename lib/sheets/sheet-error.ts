import { DomainError } from "@/lib/errors";
import type { SheetLimits } from "./limits";

const saveAgain = "请用 Excel 或 WPS 打开原文件，另存为 .xlsx 格式后重新上传。";

/** Why a file is not read, and what the person at the desk does next. */
const refusals = {
  EMPTY: () => "文件是空的，没有任何内容。请确认原文件已保存，再重新上传。",
  TOO_BIG: ({ fileBytes }: SheetLimits) =>
    `文件超过 ${fileBytes / 1024 / 1024} MB。请删去图片等附件，或按园区、单位拆成几个文件分次上传。`,
  LEGACY_TOO_BIG: ({ legacyFileBytes }: SheetLimits) =>
    `旧版 .xls 文件超过 ${legacyFileBytes / 1024 / 1024} MB。${saveAgain}`,
  NOT_A_SHEET: () => `文件内容不是 Excel 或 CSV 表格（扩展名可能被改过）。${saveAgain}`,
  WEB_PAGE: () => `文件扩展名是表格，内容却是网页。${saveAgain}`,
  OTHER_FORMAT: () => `暂不支持这种表格格式。${saveAgain}`,
  ENCODING: () => "无法识别文件的文字编码。请用 Excel 或 WPS 打开，另存为 .xlsx 或“CSV UTF-8”格式后重新上传。",
  PASSWORD: () => "文件设有打开密码，无法读取。请取消密码、另存后重新上传。",
  DAMAGED: () => `文件已损坏或没有传完整，无法读取。${saveAgain}`,
  UNSAFE: () => `文件内部结构异常，为安全起见没有读取。${saveAgain}`,
  NESTED: () => "文件里嵌有压缩包或其他文档，为安全起见没有读取。请删去嵌入的对象，另存为 .xlsx 后重新上传。",
  INFLATES: ({ partBytes }: SheetLimits) =>
    `文件展开后超过 ${partBytes / 1024 / 1024} MB，没有读取。请删去多余的空行、格式和图片，或拆成几个文件分次上传。`,
  SHEETS: ({ sheets }: SheetLimits) =>
    `工作表或附件过多（工作表最多 ${sheets} 个）。请只保留要导入的工作表，另存后重新上传。`,
  ROWS: ({ rows }: SheetLimits) =>
    `行数过多（最多 ${rows.toLocaleString("en-US")} 行）。请删去表格下方多余的内容，或拆成几个文件分次上传。`,
  COLUMNS: ({ columns }: SheetLimits) =>
    `列数过多（最多 ${columns} 列）。请删去表格右侧多余的内容，只保留需要的列后重新上传。`,
  TOO_COMPLEX: () => "读取这个文件耗时过长或占用内存过大，已停止。请只保留要导入的工作表和列，或拆成几个文件分次上传。",
};

export type SheetRefusal = keyof typeof refusals;

/** A file that is not read; `code` says why, the message says it in Chinese with the next step. */
export class SheetError extends DomainError {
  readonly code: SheetRefusal;

  constructor(code: SheetRefusal, limits: SheetLimits, cause?: unknown) {
    super("CONFLICT", refusals[code](limits));
    this.name = "SheetError";
    this.code = code;
    this.cause = cause;
  }
}
