import type { ImportKind } from "@/generated/prisma/enums";
import { type SheetRow, textOf } from "@/lib/imports/rules/reading/cells";
import { columnOf, type Table } from "@/lib/imports/rules/table/find-table";
import { headerKey } from "@/lib/imports/rules/table/headers";

/** A line below the header that is no data row, and what it is. Empty lines are not listed. */
export type SkippedLine = { line: number; why: string };

const TOTAL = /(合计|总计|小计|共计|累计|总数)[:：]?\d*[家户个人名]?$|^(合计|总计|小计|共计|共)[:：]?\d+[家户个人名]/;
const FOOTER =
  /^(填表|填报|制表|审核|审批|复核|核对|报送|填写|统计|经办|单位负责|主要负责|负责|联系|日期|数据来源|来源|盖章|单位\(?盖章|签字|签章|主管|领导|打印|导出|备案).{0,10}[:：]/;
const REMARK =
  /^(注|备注|说明|填表说明|填报说明|附注|附|提示|温馨提示|注意)([:：.、\d(]|$)|^(以上|本表|截至|截止|数据截|上述)|^[*※]/;
const SECTION =
  /^(\(?[一二三四五六七八九十]{1,3}\)?[、.．:：]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+[部分类章节])/;
const EXAMPLE = /^(示例|样例|范例|例|举例|填写示例|填报示例|示范)([:：]|$)/;
const HINT = /^(\(.*\)|必填|选填|可空|非必填|请填写.*|填写.*|请选择.*|下拉.*|文本|数字|日期|字符.*|格式[:：].*)$/;
/** What ends like this is an organization, whatever it begins with. */
const ORGANIZATION =
  /(公司|中心|工作室|事务所|合伙|合作社|厂|店|商行|经营部|服务部|协会|学校|研究院|集团|分公司)(\(.*\))?$/;
const HEAVENLY_STEMS = "甲乙丙丁戊己庚辛壬癸";

/**
 * Tells the data rows below a header from the rest: empty and merely numbered lines, totals, footers (填表人：…), remarks,
 * headings between groups, a repeated title or header, lines of column numbers, hints and examples.
 * A row with an identifying number is always data; a row without a name is data too, and refused later.
 */
export function splitLines(table: Table, kind: ImportKind): { data: SheetRow[]; skipped: SkippedLine[] } {
  const look = lookerFor(table, kind);
  const data: SheetRow[] = [];
  const skipped: SkippedLine[] = [];
  for (const row of table.rows) {
    const why = row.cells.length === 0 ? "" : look(row, data.length === 0);
    if (why === null) data.push(row);
    else if (why !== "") skipped.push({ line: row.line, why });
  }
  return { data, skipped };
}

/** Null: a data row. Empty text: nothing in it. Otherwise what kind of line it is. */
function lookerFor(table: Table, kind: ImportKind): (row: SheetRow, isFirst: boolean) => string | null {
  const at = (field: Parameters<typeof columnOf>[1]) => columnOf(table.columns, field)?.index ?? -1;
  const ordinalAt = at("ordinal");
  const nameAt = at("name");
  const numberAt = at(kind === "ENTERPRISES" ? "creditCode" : "idNumber");
  const headers = new Map(table.columns.map((column) => [column.index, column.key]));

  return (row, isFirst) => {
    const number = textOf(row.cells[numberAt]).normalize("NFKC");
    const name = textOf(row.cells[nameAt]);
    const ordinal = textOf(row.cells[ordinalAt]);
    if (EXAMPLE.test(ordinal.normalize("NFKC")) || EXAMPLE.test(name.normalize("NFKC"))) return "填写示例";
    if (/\d{6}/.test(number) && name !== "") return null;
    const texts = row.cells.map(textOf);
    const content = texts.filter((text, index) => text !== "" && index !== ordinalAt);
    if (content.length === 0) return /^\d*$/.test(ordinal.normalize("NFKC")) ? "" : (kindOfText(ordinal) ?? "说明文字");
    if (isRepeatedHeader(texts, headers)) return "重复的表头";
    if (isFirst && isNumbering(texts)) return "栏号";
    if (isFirst && content.every((text) => HINT.test(text.normalize("NFKC")))) return "填写要求";
    if (/[0-9A-Z]{8}/i.test(number)) return null;
    const what = kindOfText(name) ?? kindOfText(ordinal) ?? (name === "" ? kindOfText(content[0] ?? "") : null);
    if (what === "合计行" || (what !== null && content.length <= 4)) return what;
    return content.length === 1 ? lonelyText(content[0] ?? "", name !== "", kind, table.titles) : null;
  };
}

/** One filled cell: an enterprise that is only named is data; a sentence, a repeated title or a group's heading is not. */
function lonelyText(written: string, isName: boolean, kind: ImportKind, titles: ReadonlySet<string>): string | null {
  if (titles.has(written)) return "重复的标题";
  if (!isName) return "只有一格有内容，不是数据行";
  const text = written.normalize("NFKC").replace(/\s/g, "");
  if (kind === "MEMBERS") return ORGANIZATION.test(text) || /(党委|支部|总支)(\(.*\))?$/.test(text) ? "分组标题" : null;
  return !ORGANIZATION.test(text) && (/[,;。!]/.test(text) || text.length > 40) ? "说明文字" : null;
}

function kindOfText(written: string): string | null {
  const text = written.normalize("NFKC").replace(/\s/g, "");
  if (text === "" || ORGANIZATION.test(text)) return null;
  if (TOTAL.test(text)) return "合计行";
  if (FOOTER.test(text) || REMARK.test(text)) return "表尾说明";
  return SECTION.test(text) ? "分组标题" : null;
}

function isRepeatedHeader(texts: readonly string[], headers: ReadonlyMap<number, string>): boolean {
  let same = 0;
  let other = 0;
  texts.forEach((text, index) => {
    if (text === "") return;
    const header = headers.get(index);
    const key = header === undefined ? "" : headerKey(text);
    if (key !== "" && header?.endsWith(key)) same += 1;
    else other += 1;
  });
  return same >= 2 && same > other;
}

/** 1 2 3 4 … or 甲 乙 1 2 3: the columns' own numbers, below some headers. */
function isNumbering(texts: readonly string[]): boolean {
  const signs = texts.filter((text) => text !== "").map((text) => text.normalize("NFKC").replace(/[()]/g, ""));
  const stems = signs.filter((sign) => sign.length === 1 && HEAVENLY_STEMS.includes(sign)).length;
  const numbers = signs.slice(stems).map(Number);
  return (
    signs.length >= 3 &&
    numbers.every((number, index) => number === (numbers[0] ?? 0) + index && number <= signs.length)
  );
}
