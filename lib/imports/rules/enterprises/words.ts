import type { EnterpriseCategory } from "@/generated/prisma/enums";
import type { Registration } from "@/lib/imports/rules/enterprises/values";
import { type Reading, saysNothing, textOf } from "@/lib/imports/rules/reading/cells";
import type { Cell } from "@/lib/sheets/cell";

const ACTIVE =
  /^(存续|在业|开业|在营|在册|正常|有效|已?迁入|登记成立|确立|已成立|设立|营业|经营中?|正常经营|正常营业|正常在业|仍注册|未注销|存活|运营中?|正常运营|筹建)/;

/** Checked in this order: "吊销，未注销" is 吊销, and "未注销" alone is no closing at all. */
const CLOSED: readonly [RegExp, Exclude<Registration, "ACTIVE">][] = [
  [/吊销/, "REVOKED"],
  [/撤销|撤消|责令关闭/, "ANNULLED"],
  [/迁出|移出|迁往|外迁|已迁(?!入)/, "MOVED_OUT"],
  [/(?<!未|拟|正在|申请|待)注销(?!中|公告|备案)/, "DEREGISTERED"],
  [/停业|歇业|关闭|倒闭|破产|清算|解散|非存续|不存续|停止营业|停止经营/, "CEASED"],
];

/** 登记状态: 存续, 在业, 开业, 在营, 迁入 … are active; 注销, 吊销, 撤销, 迁出, 停业 … closed. Unknown words: empty with a note. */
export function readRegistration(cell: Cell | undefined): Reading<Registration> {
  const written = textOf(cell);
  if (saysNothing(written)) return { value: null };
  const text = written.normalize("NFKC").replace(/[\s"“”]/g, "");
  for (const [words, kind] of CLOSED) if (words.test(text)) return { value: kind };
  if (ACTIVE.test(text)) return { value: "ACTIVE" };
  if (/注销/.test(text)) return { value: "ACTIVE", note: `“${written}”尚未完成注销，仍按在营登记` };
  return { value: null, note: `登记状态“${written}”不认识，按未填处理（新企业按在营登记）` };
}

const CATEGORIES: readonly [RegExp, EnterpriseCategory][] = [
  [/^(新闻资讯|新闻|资讯|新闻信息|新闻信息服务|新闻传媒)$/, "NEWS"],
  [/^(视听传媒|视听|网络视听|视听节目|音视频|影视传媒)$/, "AUDIOVISUAL"],
  [/^(内容创作|内容|网络内容|内容生产|内容制作)$/, "CONTENT"],
  [/^(网络运营|运营|网络运营服务|互联网运营|平台运营)$/, "OPERATION"],
  [/^(网络技术|技术|网络技术服务|互联网技术|技术服务)$/, "TECHNOLOGY"],
  [/^(其他|其它|其余)$/, "OTHER"],
];

/** 行业类别: the six categories of the committee, with 类/企业/行业 behind them; other words: empty with a note. */
export function readCategory(cell: Cell | undefined): Reading<EnterpriseCategory> {
  const written = textOf(cell);
  if (saysNothing(written)) return { value: null };
  const text = written
    .normalize("NFKC")
    .replace(/^[\dA-F]+[.、:)-]/i, "")
    .replace(/\s|[()]/g, "");
  const word = text.replace(/(类|类别|行业|业|企业|类企业|型)+$/, "");
  for (const [words, category] of CATEGORIES) if (words.test(word) || words.test(text)) return { value: category };
  return { value: null, note: `类别“${written}”不在六类之中，新企业按“其他”登记` };
}
