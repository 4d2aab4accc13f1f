import type { EnterpriseCategory } from "@/generated/prisma/enums";
import { isCreditCode } from "@/lib/identifiers/credit-code";
import type { Random } from "@/prisma/seed/chance/random";

const firsts = [..."青朴澄栖麦橙鹿观知听南北竹松柏棠桐橘沐清锦秋枫荷雁鹭柚茶禾榆"];
const seconds = [..."屿岚木浪鸣澜夏枝溪月桥舟音帆野歌序芽墨笛桨田谷森苗棉语"];
const thirds = [..."坊社里间派说汀洲陌笺"];

const trades: Record<EnterpriseCategory, string[]> = {
  NEWS: ["融媒资讯有限公司", "资讯传播有限公司"],
  AUDIOVISUAL: ["视听传媒有限公司", "影音制作有限公司"],
  CONTENT: ["内容创作有限公司", "文化创意有限公司"],
  OPERATION: ["网络运营有限公司", "互动网络有限公司", "电商服务有限公司"],
  TECHNOLOGY: ["科技有限公司", "软件开发有限公司", "智能技术有限公司", "云服务有限公司"],
  OTHER: ["商务咨询有限公司", "企业管理有限公司"],
};

/** A brand nobody has: three characters, none of which stands in the names of the published example files. */
export function brandName(random: Random, taken: Set<string>): string {
  for (;;) {
    const pair = random.pick(firsts) + random.pick(seconds);
    if (taken.has(pair)) continue;
    taken.add(pair);
    return pair + random.pick(thirds);
  }
}

/** The registered name of a brand in its trade. */
export function enterpriseName(random: Random, brand: string, category: EnterpriseCategory): string {
  return `重庆${brand}${random.pick(trades[category])}`;
}

const signs = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

/** A credit code of that region whose check digit holds; who bears it is left to chance. */
export function creditCode(random: Random, regionCode: string, taken: Set<string>): string {
  for (;;) {
    const head = `91${regionCode}${Array.from({ length: 9 }, () => random.pick(signs)).join("")}`;
    const code = signs.map((sign) => head + sign).find(isCreditCode);
    if (code === undefined || taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}
