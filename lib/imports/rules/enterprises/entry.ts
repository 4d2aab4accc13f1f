import type { Day } from "@/lib/calendar";
import { type CreditCodeReading, checkCreditCode } from "@/lib/identifiers/credit-code";
import { displayName, normaliseName } from "@/lib/identifiers/name";
import { readPhone } from "@/lib/identifiers/phone";
import type { EnterpriseValues } from "@/lib/imports/rules/enterprises/values";
import { readCategory, readRegistration } from "@/lib/imports/rules/enterprises/words";
import {
  lostItsDigits,
  type Reading,
  readText,
  type SheetRow,
  saysNothing,
  textOf,
} from "@/lib/imports/rules/reading/cells";
import { readDay } from "@/lib/imports/rules/reading/days";
import { readCapital, readCount } from "@/lib/imports/rules/reading/numbers";
import { readYesNo } from "@/lib/imports/rules/reading/yes-no";
import { columnOf } from "@/lib/imports/rules/table/find-table";
import type { Column } from "@/lib/imports/rules/table/header-rows";
import type { ColumnField } from "@/lib/imports/rules/table/headers";
import type { Cell } from "@/lib/sheets/cell";

/** One data row as understood, before it is compared with other rows and with the register. */
export type EnterpriseEntry = {
  line: number;
  nameKey: string;
  code: CreditCodeReading;
  values: EnterpriseValues;
  /** Why the row cannot be taken. */
  reasons: string[];
  notes: string[];
};

const NO_NAME =
  /^(合计|总计|小计|共计|无|暂无|无名称?|未命名|未知|不详|待定|待补充?|空|同上|企业|公司|单位|企业名称|单位名称|公司名称|X+|X*(公司|企业|有限公司|有限责任公司)|某+(公司|企业)?|测试|TEST|NULL|NONE|NA|N\/A)$/;

/** Reads data rows of an enterprise list. `day` is today: a founding day after it is a slip of the pen. */
export function readEnterprises(
  rows: readonly SheetRow[],
  columns: readonly Column[],
  { day, parkName = null }: { day: Day; parkName?: string | null },
): EnterpriseEntry[] {
  const at = new Map(columns.filter(({ field }) => field !== null).map(({ field, index }) => [field, index]));
  const unit = columnOf(columns, "capitalWan")?.unit ?? null;
  return rows.map((row) =>
    readEnterprise(row.line, (field) => row.cells[at.get(field) ?? -1], { day, parkName, unit }),
  );
}

type Context = { day: Day; parkName: string | null; unit: Column["unit"] };

function readEnterprise(
  line: number,
  cell: (field: ColumnField) => Cell | undefined,
  context: Context,
): EnterpriseEntry {
  const reasons: string[] = [];
  const notes: string[] = [];
  const take = <T>({ value, note }: Reading<T>, title = ""): T | null => {
    if (note) notes.push(title + note);
    return value;
  };
  const nameKey = normaliseName(textOf(cell("name")));
  if (!isNameOfEnterprise(nameKey)) reasons.push(nameRefusal(textOf(cell("name"))));
  const code = readCode(cell("creditCode"));
  if (code.kind === "WRONG") reasons.push(code.reason);
  const values: EnterpriseValues = {
    name: displayName(textOf(cell("name"))),
    creditCode: code.kind === "VALID" || code.kind === "CORRECTED" ? code.code : null,
    legalRepresentative: personOf(cell("legalRepresentative")),
    investorName: personOf(cell("investorName")),
    isInvestorMember: take(readYesNo(cell("isInvestorMember")), "出资人是否党员："),
    registeredOn: notAfter(context.day, take(readDay(cell("registeredOn")), "成立日期："), notes),
    capitalWan: take(readCapital(cell("capitalWan"), context.unit)),
    category: take(readCategory(cell("category"))),
    address: readText(cell("address")),
    isSettled: take(readYesNo(cell("isSettled")), "是否入驻："),
    employeeCount: take(readCount(cell("employeeCount")), "从业人员数："),
    declaredMemberCount: take(readCount(cell("declaredMemberCount")), "党员数："),
    contactName: personOf(cell("contactName")),
    contactPhone: take(readPhoneCell(cell("contactPhone"))),
    registration: take(readRegistration(cell("registration"))),
    parkName: readText(cell("parkName")) ?? context.parkName,
    buildingName: readText(cell("buildingName")),
  };
  const codeNote = noteOnCode(code);
  if (codeNote) notes.unshift(codeNote);
  return { line, nameKey, code, values, reasons, notes };
}

/** At least two letters or Chinese characters, and not a word for "nothing", a total, or a code in the wrong column. */
export function isNameOfEnterprise(nameKey: string): boolean {
  const letters = nameKey.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 2 && !NO_NAME.test(nameKey) && !/^[0-9A-Z]*\d{6}[0-9A-Z]*$/.test(nameKey);
}

function nameRefusal(written: string): string {
  if (saysNothing(written)) return "没有企业名称，请补上后重新导入";
  return `“${written}”不是企业名称，请填写营业执照上的全称后重新导入`;
}

function readCode(cell: Cell | undefined): CreditCodeReading {
  if (lostItsDigits(cell)) {
    const reason = "信用代码在表格里按数字保存，末几位已丢失，请把该列设为文本后重新填写";
    return { kind: "WRONG", written: textOf(cell), reason };
  }
  return checkCreditCode(textOf(cell));
}

function noteOnCode(code: CreditCodeReading): string | null {
  switch (code.kind) {
    case "CORRECTED":
      return `信用代码中的字母 O、I 已改为数字 0、1：${code.written} → ${code.code}`;
    case "REGISTRATION_NUMBER":
      return `信用代码待补：文件里是 15 位注册号 ${code.number}`;
    case "MISSING":
      return code.written ? `信用代码待补：文件里写的是“${code.written}”` : "信用代码待补";
    case "VALID":
    case "WRONG":
      return null;
  }
}

function personOf(cell: Cell | undefined): string | null {
  const text = readText(cell);
  return text === null ? null : displayName(text);
}

function readPhoneCell(cell: Cell | undefined): Reading<string> {
  const written = textOf(cell);
  const reading = readPhone(written);
  if (reading.kind === "MISSING") return { value: null };
  if (reading.kind === "WRONG") return { value: null, note: "联系电话号码有误，留空" };
  return reading.hasMore ? { value: reading.phone, note: "联系电话有多个，取第一个" } : { value: reading.phone };
}

function notAfter(day: Day, registeredOn: Day | null, notes: string[]): Day | null {
  if (registeredOn === null || registeredOn <= day) return registeredOn;
  notes.push(`成立日期：${registeredOn} 晚于今天，日期留空`);
  return null;
}
