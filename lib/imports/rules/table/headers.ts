import type { ImportKind } from "@/generated/prisma/enums";
import { enterpriseHeaders } from "@/lib/imports/rules/enterprises/headers";
import type { EnterpriseField } from "@/lib/imports/rules/enterprises/values";
import { type MemberColumn, memberHeaders } from "@/lib/imports/rules/members/headers";
import type { MoneyUnit } from "@/lib/imports/rules/reading/numbers";

/** `names` by spaces, the best first; `like` a pattern for what is not listed; `unlike` words that make it another thing. */
export type HeaderWords = { names: string; like?: RegExp; unlike?: RegExp };

/** 序号 is known and not imported; a column nobody knows has no field at all. */
export type ColumnField = EnterpriseField | MemberColumn | "ordinal";

/** `rank`: the smaller the surer; listed names come first, patterns after 1000. */
export type Recognition = { field: ColumnField; rank: number };

const ORDINAL = /^(序号|序|编号|行号|顺号|序列号|序列|顺序号|NO|NUM|ID|号)$/;
const GUESSED = 1000;

type Lexicon = { names: Map<string, Recognition>; patterns: { field: ColumnField; words: HeaderWords }[] };

const lexicons: Record<ImportKind, Lexicon> = {
  ENTERPRISES: lexiconOf(enterpriseHeaders),
  MEMBERS: lexiconOf(memberHeaders),
};

/**
 * The key under which a column name is recognised and remembered: half-width, upper case, without spaces, signs, numbering,
 * required marks, 其中 and units. What stands in brackets is kept, unless it is a unit or a hint.
 */
export function headerKey(text: string): string {
  return bare(withoutHints(text));
}

/** Which field a column name means, or null. Names of the list and then patterns; a qualified name (女党员数) is no match. */
export function recogniseHeader(kind: ImportKind, text: string): Recognition | null {
  const full = headerKey(text);
  if (full === "") return null;
  if (ORDINAL.test(full)) return { field: "ordinal", rank: 0 };
  const { names, patterns } = lexicons[kind];
  const listed = names.get(full);
  if (listed) return listed;
  const outside = bare(withoutHints(text).replace(/\(.*?\)/g, ""));
  const short = outside === "" ? undefined : names.get(outside);
  if (short && !(unlikeOf(kind, short.field)?.test(full) ?? false)) return { ...short, rank: short.rank + GUESSED / 2 };
  const like = patterns.findIndex(({ words }) => words.like?.test(outside) && !words.unlike?.test(full));
  const field = patterns[like]?.field;
  return field ? { field, rank: GUESSED + like } : null;
}

/** The same for a column below a group: 联系人 over 电话. The lower name alone counts unless the group makes it another thing. */
export function recogniseBelow(kind: ImportKind, group: string, text: string): Recognition | null {
  const together = recogniseHeader(kind, group + text);
  if (together || group === "") return together;
  const alone = recogniseHeader(kind, text);
  return alone && !unlikeOf(kind, alone.field)?.test(headerKey(group + text)) ? alone : null;
}

/** The unit a column of money is in, from its name: 注册资本（万元）, 注册资金(元), 注册资本（万美元）. */
export function moneyUnit(text: string): MoneyUnit | null {
  const name = text.normalize("NFKC").replace(/\s/g, "");
  if (/美元|港元|港币|欧元|日元|英镑|外币|USD|HKD|EUR/i.test(name)) return "FOREIGN";
  if (/亿/.test(name)) return "亿元";
  if (/万/.test(name)) return "万元";
  return /元/.test(name) ? "元" : null;
}

function lexiconOf(headers: Record<string, HeaderWords>): Lexicon {
  const names = new Map<string, Recognition>();
  const patterns = Object.entries(headers).map(([field, words]) => ({ field: field as ColumnField, words }));
  for (const { field, words } of patterns) {
    words.names.split(" ").forEach((name, rank) => {
      if (!names.has(name)) names.set(name, { field, rank });
    });
  }
  return { names, patterns };
}

function unlikeOf(kind: ImportKind, field: ColumnField): RegExp | undefined {
  return lexicons[kind].patterns.find((pattern) => pattern.field === field)?.words.unlike;
}

/** Brackets that only say how to fill in the column, or in which unit, are no part of its name. */
function withoutHints(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Cc}]/gu, "")
    .replace(/[〔【[{<《]/g, "(")
    .replace(/[〕】\]}>》]/g, ")")
    .replace(/^\(([^()]*)\)$/, "$1")
    .replace(/\((单位[:：]?)?(人民币)?[万亿]?元?(人民币)?\)|\((单位[:：]?)?[人名个位家户]\)/g, "")
    .replace(
      /\((必填|选填|可选|非必填|可空|全称|是[/、或]?否|填?“?是”?或?“?否”?|18位|含[^)]*|请?填[^)]*|如[:：]?[^)]*|例[^)]*|格式[^)]*|[YMD\-/.年月日]+|下拉[^)]*|单选|文本[^)]*|不含[^)]*)\)/gi,
      "",
    );
}

function bare(text: string): string {
  return text
    .replace(/^(\(?\d{1,3}[.、)]|[一二三四五六七八九十]{1,3}、)/, "")
    .replace(/其中[:：]?/g, "")
    .replace(/必填/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/(?<=资本|资金|资本金|出资额|数额)(人民币)?[万亿]?元?(人民币)?$/, "")
    .toUpperCase();
}
