import type { Gender, MemberStage } from "@/generated/prisma/enums";
import { type Reading, saysNothing, textOf } from "@/lib/imports/rules/reading/cells";
import type { Cell } from "@/lib/sheets/cell";

/** 人员类别 or 政治面貌: a stage, or why the person is not one for this register. */
export type StageReading = Reading<MemberStage> & { refusal?: string; isMobile?: boolean };

const STAGES: readonly [RegExp, MemberStage][] = [
  [/预备/, "PROBATIONARY"],
  [/发展对象|发展党员/, "CANDIDATE"],
  [/积极分子/, "ACTIVIST"],
  [/申请/, "APPLICANT"],
  [/正式党员|^(中共)?正式$|^中共党员$|^党员$|^中国共产党党员$|^共产党员$|^中共$/, "FULL"],
];

const GONE = /除名|开除|退党|脱党|停止党籍|党籍处理|出党|去世|死亡|已故|逝世|转出/;
const NO_MEMBER =
  /非党员|非中共|群众|共青团|^团员|民革|民盟|民建|民进|农工|致公|九三|台盟|民主党派|无党派|国民党革命|民主同盟|民主建国|民主促进/;

/** 正式党员, 预备党员, 发展对象, 入党积极分子, 入党申请人 and their many spellings. Persons who are none of these are refused. */
export function readStage(cell: Cell | undefined): StageReading {
  const written = textOf(cell);
  if (saysNothing(written)) return { value: null };
  const text = written.normalize("NFKC").replace(/[\s()]/g, "");
  if (GONE.test(text))
    return { value: null, refusal: `人员类别为“${written}”，不再是在册党员；如需登记离开，请在党员页面办理` };
  const isMobile = /流动/.test(text) ? { isMobile: true } : {};
  for (const [words, stage] of STAGES) if (words.test(text)) return { value: stage, ...isMobile };
  if (NO_MEMBER.test(text)) return { value: null, refusal: `人员类别为“${written}”，不属于党员名册登记的人员` };
  if (/党员/.test(text)) return { value: "FULL", note: `人员类别“${written}”按正式党员登记`, ...isMobile };
  return { value: null, note: `人员类别“${written}”不认识，按未填处理` };
}

/** 男 / 女 in the ways people write it; null when the cell says neither. */
export function readGender(cell: Cell | undefined): Gender | null {
  const text = textOf(cell).normalize("NFKC").replace(/\s/g, "").toUpperCase();
  if (/^(男性?|男士|先生|M|MALE|1)$/.test(text)) return "MALE";
  if (/^(女性?|女士|F|FEMALE|2|0)$/.test(text)) return "FEMALE";
  return null;
}

const PEOPLES = new Set(
  (
    "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 " +
    "柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 " +
    "塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
  ).split(" "),
);

/** One of the 56 peoples, always with 族: 汉 → 汉族. Other words are kept as written, with a note. */
export function readEthnicity(cell: Cell | undefined): Reading<string> {
  const written = textOf(cell);
  if (saysNothing(written)) return { value: null };
  const text = written
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^\d+[.、-]?/, "");
  const stem = text.replace(/族$/, "");
  if (PEOPLES.has(stem)) return { value: `${stem}族` };
  return { value: text || null, note: `民族“${written}”不在民族名称表中，按原文登记` };
}

const EDUCATION: readonly [RegExp, string][] = [
  [/博士(?!学位)|研究生.*博士/, "博士研究生"],
  [/硕士(?!学位)|研究生.*硕士|MBA|MPA/, "硕士研究生"],
  [/研究生/, "研究生"],
  [/本科|学士/, "大学本科"],
  [/中专|中等专|中师|中职|中等职业/, "中等专科"],
  [/大专|专科|高职|大学专|高等职业/, "大学专科"],
  [/职高|职业高中/, "职业高中"],
  [/技校|技工|技师/, "技工学校"],
  [/高中/, "高中"],
  [/初中/, "初中"],
  [/小学/, "小学"],
  [/^(大学|大本)$/, "大学本科"],
  [/^专$/, "大学专科"],
];

/** 学历 in the words of the national code table: 本科, 大学, 学士 → 大学本科; 大专, 专科, 高职 → 大学专科 … Others as written. */
export function readEducation(cell: Cell | undefined): Reading<string> {
  const written = textOf(cell);
  if (saysNothing(written)) return { value: null };
  const whole = written.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  // 大学本科(硕士学位): the bracket speaks of the degree; 研究生(硕士): it says which.
  const outside = whole.replace(/(?<=.)\(.*\)/, "");
  const text = outside === "研究生" ? whole : outside;
  for (const [words, education] of EDUCATION) if (words.test(text)) return { value: education };
  return { value: text, note: `学历“${written}”按原文登记` };
}
