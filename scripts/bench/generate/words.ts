import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";
import type { Random } from "@/scripts/bench/generate/random";

const first = [..."云飞智数联博创天海华信腾远光启思明锐迅通维恒聚鼎盛景星辰宏图"];
const kinds = [
  "网络科技",
  "信息技术",
  "数字文化",
  "软件开发",
  "电子商务",
  "文化传媒",
  "互动娱乐",
  "大数据",
  "智能科技",
  "传媒广告",
];
const surnames = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"];
const given = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文辉鹏飞建国志红海波"];

export function companyName(random: Random, city: string): string {
  const brand = Array.from({ length: 2 + random.below(2) }, () => random.pick(first)).join("");
  return `${city}${brand}${random.pick(kinds)}有限公司`;
}

export function personName(random: Random): string {
  const rest = Array.from({ length: 1 + random.below(2) }, () => random.pick(given)).join("");
  return random.pick(surnames) + rest;
}

/** The columns a name is written with. */
export function spelled(name: string, isPerson = false) {
  return { name, nameSort: pinyinSortKey(name, isPerson), searchKeys: searchKeysOf(name, isPerson) };
}
