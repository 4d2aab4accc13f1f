import type { EnterpriseCategory, Registration } from "@/lib/imports/rules/enterprise-values";
import { type Reading, saysNothing, textOf } from "@/lib/imports/rules/cells";
import type { Cell } from "@/lib/sheets/cell";

const YES =
  /^(是|有|对|Y|YES|T|TRUE|1|√|✓|✔|☑|■|●|已入驻|入驻|实际入驻|实地入驻|实体入驻|入驻中|在驻|在园|在园办公|实地办公|实际办公|已入园|入园)$/i;
const NO =
  /^(否|不|不是|无|没有|N|NO|F|FALSE|0|×|✗|✘|X|☐|□|未入驻|不入驻|非入驻|没有入驻|尚未入驻|已迁出|已退出|已搬离|不在园|未入园|离园|仅注册|只注册|注册|注册未入驻|仅注册未入驻|虚拟注册|虚拟入驻|虚拟|未实地办公)$/i;

/** 是/否 in the signs people use, and the words for 入驻; other words stay empty with a note. */
export function readYesNo(cell: Cell | undefined): Reading<boolean> {
  const written = textOf(cell);
  const text = written
    .normalize("NFKC")
    .replace(/[\s。.]/g, "")
    .replace(/\(.*\)$/, "");
  if (YES.test(text)) return { value: true };
  if (NO.test(text)) return { value: false };
  if (saysNothing(written)) return { value: null };
  return { value: null, note: `“${written}”看不出是或否，留空` };
}

const ACTIVE =
  /^(存续|在业|开业|在营|在册|正常|有效|迁入|登记成立|确立|已成立|设立|营业|经营中?|正常经营|正常营业|正常在业|仍注册|未注销|存活|运营中?|正常运营|筹建)/;

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
