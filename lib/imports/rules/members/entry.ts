import type { MemberStage } from "@/generated/prisma/enums";
import { addMonths, type Day } from "@/lib/calendar";
import { checkCreditCode } from "@/lib/identifiers/credit-code";
import { checkIdNumber, type IdNumberReading } from "@/lib/identifiers/id-number";
import { displayName, normaliseName } from "@/lib/identifiers/name";
import { readPhone } from "@/lib/identifiers/phone";
import type { MemberValues } from "@/lib/imports/rules/members/values";
import {
  readEducation,
  readEthnicity,
  readGender,
  readStage,
  type StageReading,
} from "@/lib/imports/rules/members/words";
import {
  lostItsDigits,
  type Reading,
  readText,
  type SheetRow,
  saysNothing,
  textOf,
} from "@/lib/imports/rules/reading/cells";
import { readDay } from "@/lib/imports/rules/reading/days";
import { readYesNo } from "@/lib/imports/rules/reading/yes-no";
import type { Column } from "@/lib/imports/rules/table/header-rows";
import type { ColumnField } from "@/lib/imports/rules/table/headers";
import type { Cell } from "@/lib/sheets/cell";

/** One data row as understood, before it is compared with other rows and with the register. */
export type MemberEntry = {
  line: number;
  values: MemberValues;
  employerCode: string | null;
  /** What can be concluded where the row names no stage; see `stageByDates`. */
  stageByDates: MemberStage;
  reasons: string[];
  notes: string[];
};

const NO_NAME =
  /^(合计|总计|小计|共计|无|暂无|无名|姓名|未知|不详|待定|待补充?|空|同上|某+|某某某?|X+|测试|TEST|NULL|NONE|NA|N\/A)$/;
const ADULT_MONTHS = 18 * 12;

/** Reads data rows of a member roster. `day` is today: days after it are slips of the pen. */
export function readMembers(
  rows: readonly SheetRow[],
  columns: readonly Column[],
  { day }: { day: Day },
): MemberEntry[] {
  const at = new Map(columns.filter(({ field }) => field !== null).map(({ field, index }) => [field, index]));
  return rows.map((row) => readMember(row.line, (field) => row.cells[at.get(field) ?? -1], day));
}

function readMember(line: number, cell: (field: ColumnField) => Cell | undefined, day: Day): MemberEntry {
  const reasons: string[] = [];
  const notes: string[] = [];
  const take = <T>({ value, note }: Reading<T>, title = ""): T | null => {
    if (note) notes.push(title + note);
    return value;
  };
  if (!isNameOfPerson(normaliseName(textOf(cell("name"))))) reasons.push(nameRefusal(textOf(cell("name"))));
  const id = readIdNumber(cell("idNumber"), day);
  if (id.kind === "MISSING") reasons.push("没有身份证号，无法确定是哪一位党员，请补上后重新导入");
  if (id.kind === "WRONG") reasons.push(id.reason);
  const person = id.kind === "VALID" ? id : { idNumber: "", birthOn: "", gender: "MALE" as const };
  const stage: StageReading = readStage(cell("stage"));
  if (stage.refusal) reasons.push(stage.refusal);
  const joinedOn = notAfter(day, take(readDay(cell("joinedOn")), "入党日期："), "入党日期", notes);
  const becameFullOn = notAfter(day, take(readDay(cell("becameFullOn")), "转正日期："), "转正日期", notes);
  const employerCode = checkCreditCode(textOf(cell("employerCode")));
  const values: MemberValues = {
    name: displayName(textOf(cell("name"))),
    idNumber: person.idNumber,
    birthOn: person.birthOn,
    gender: person.gender,
    ethnicity: take(readEthnicity(cell("ethnicity"))),
    education: take(readEducation(cell("education"))),
    joinedOn,
    becameFullOn,
    stage: take(stage),
    employerName: nameIn(cell("employerName")),
    employerId: null,
    post: readText(cell("post")),
    phone: take(readPhoneCell(cell("phone"))),
    branchName: nameIn(cell("branchName")),
    branchId: null,
    isMobile: take(readYesNo(cell("isMobile")), "是否流动党员：") ?? stage.isMobile ?? null,
  };
  if (reasons.length === 0) notes.push(...doubts(values, cell("gender"), cell("birthOn")));
  return {
    line,
    values,
    employerCode: employerCode.kind === "VALID" || employerCode.kind === "CORRECTED" ? employerCode.code : null,
    stageByDates: stageByDates(values, day),
    reasons,
    notes,
  };
}

/** Two letters or Chinese characters at least; a number, a single letter or a word for "nothing" is no name. */
export function isNameOfPerson(nameKey: string): boolean {
  const letters = nameKey.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 2 && !NO_NAME.test(nameKey);
}

/**
 * Where a roster does not say the stage: full once there is a day of becoming full, probationary when admitted less than a
 * year ago (probation lasts a year: 发展党员工作细则), else full, the ordinary case of a roster.
 */
function stageByDates({ joinedOn, becameFullOn }: MemberValues, day: Day): MemberStage {
  if (becameFullOn === null && joinedOn !== null && addMonths(joinedOn, 12) > day) return "PROBATIONARY";
  return "FULL";
}

function nameRefusal(written: string): string {
  return saysNothing(written) ? "没有姓名，请补上后重新导入" : `“${written}”不是姓名，请改正后重新导入`;
}

function readIdNumber(cell: Cell | undefined, day: Day): IdNumberReading {
  if (lostItsDigits(cell)) {
    return { kind: "WRONG", reason: "身份证号在表格里按数字保存，末几位已丢失，请把该列设为文本后重新填写" };
  }
  const reading = checkIdNumber(textOf(cell));
  if (reading.kind !== "VALID" || reading.birthOn <= day) return reading;
  return { kind: "WRONG", reason: "身份证号中的出生日期晚于今天，请对照身份证改正" };
}

function doubts(values: MemberValues, gender: Cell | undefined, birthOn: Cell | undefined): string[] {
  const notes: string[] = [];
  const saidGender = readGender(gender);
  if (saidGender && saidGender !== values.gender) notes.push("性别与身份证号不符，按身份证号登记，请核对");
  const saidBirth = readDay(birthOn).value;
  if (saidBirth && saidBirth !== values.birthOn) notes.push("出生日期与身份证号不符，按身份证号登记，请核对");
  const { joinedOn, becameFullOn } = values;
  if (joinedOn && joinedOn < addMonths(values.birthOn, ADULT_MONTHS))
    notes.push(`入党日期 ${joinedOn} 时未满 18 岁，请核对`);
  if (joinedOn && becameFullOn && becameFullOn < joinedOn) notes.push("转正日期早于入党日期，请核对");
  return notes;
}

function nameIn(cell: Cell | undefined): string | null {
  const text = readText(cell);
  return text === null ? null : displayName(text);
}

function readPhoneCell(cell: Cell | undefined): Reading<string> {
  const reading = readPhone(textOf(cell));
  if (reading.kind === "MISSING") return { value: null };
  if (reading.kind === "WRONG") return { value: null, note: "手机号码有误，留空" };
  return reading.hasMore ? { value: reading.phone, note: "手机号码有多个，取第一个" } : { value: reading.phone };
}

function notAfter(day: Day, value: Day | null, title: string, notes: string[]): Day | null {
  if (value === null || value <= day) return value;
  notes.push(`${title}：${value} 晚于今天，日期留空`);
  return null;
}
