import { type Reading, saysNothing, textOf } from "@/lib/imports/rules/reading/cells";
import { withDigits } from "@/lib/imports/rules/reading/chinese-numbers";
import type { Cell } from "@/lib/sheets/cell";

/** More people than any enterprise has: a telephone number or a code in the wrong column. */
const MOST_PEOPLE = 5_000_000;
/** What the register can keep: ten digits of 万元 and two decimals. */
const MOST_CAPITAL = 1e10;

const FOREIGN =
  /美元|美金|港元|港币|欧元|日元|日币|英镑|澳元|加元|新元|新加坡元|韩元|卢布|法郎|台币|澳门元|USD|HKD|EUR|JPY|GBP|TWD|KRW|SGD|AUD|CAD|\$|€|£/i;

export type MoneyUnit = "元" | "万元" | "亿元" | "FOREIGN";

const IN_WAN: Record<Exclude<MoneyUnit, "FOREIGN">, number> = { 元: 1 / 10_000, 万元: 1, 亿元: 10_000 };

/**
 * Reads a number of people: 3,950 · １２ · 50人 · 三人; "约50人" is 50 with a note. A range or a bound (100-299, 50人以上) stays
 * empty with a note: it is never guessed.
 */
export function readCount(cell: Cell | undefined): Reading<number> {
  if (typeof cell === "object" && cell !== null)
    return { value: null, note: `“${cell.day}”是日期，不是人数，人数留空` };
  const written = textOf(cell);
  if (saysNothing(written)) return { value: null };
  const text = withDigits(written.normalize("NFKC").replace(/\s/g, "")).replace(/(?<=\d),(?=\d{3}(\D|$))/g, "");
  const [, about = "", digits, more = ""] =
    /^(约为?|大约|大概|约计|共计?|计|合计|[~≈])?(\d+)(?:\.0+)?[人名位个家]?(左右|上下|\(.*\))?$/.exec(text) ?? [];
  const isRough = /^[约大~≈]/.test(about) || more === "左右" || more === "上下";
  if (digits === undefined) return { value: null, note: `“${written}”不是一个确定的人数，人数留空` };
  const count = Number(digits);
  if (count > MOST_PEOPLE) return { value: null, note: `“${written}”不像人数，人数留空` };
  if (isRough) return { value: count, note: `“${written}”按 ${count} 登记` };
  if (more) return { value: count, note: `“${written}”按 ${count} 登记，括号内的说明未计` };
  return { value: count };
}

/**
 * Reads registered capital, in 万元: 1000 · 1000万元 · 1,000万元人民币 · 1亿元 · 5000000元. A bare number has the unit of its
 * column (万元 where the column says nothing). Foreign currency stays empty with a note: no rate is assumed.
 */
export function readCapital(cell: Cell | undefined, columnUnit: MoneyUnit | null): Reading<number> {
  if (typeof cell === "object" && cell !== null)
    return { value: null, note: `“${cell.day}”是日期，不是金额，注册资本留空` };
  const written = textOf(cell);
  if (saysNothing(written)) return { value: null };
  const text = written
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/(?<=\d),(?=\d{3}(\D|$))/g, "");
  if (FOREIGN.test(text) || columnUnit === "FOREIGN") {
    return { value: null, note: `“${written}”是外币，注册资本（万元）留空，请按登记机关折算数填写` };
  }
  const bare = text.replace(/人民币|RMB|CNY|¥|[()]/gi, "");
  const [, digits, big = "", yuan = ""] = /^(\d+(?:\.\d+)?)(万|亿)?(元|圆|块)?整?$/.exec(bare) ?? [];
  if (digits === undefined) return { value: null, note: `“${written}”看不出金额，注册资本留空` };
  const unit = big === "亿" ? "亿元" : big === "万" ? "万元" : yuan ? "元" : (columnUnit ?? "万元");
  const capital = Math.round(Number(digits) * IN_WAN[unit] * 100) / 100;
  return capital < MOST_CAPITAL
    ? { value: capital }
    : { value: null, note: `“${written}”超出可登记的金额，注册资本留空` };
}
