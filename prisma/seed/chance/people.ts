import { type Day, toDate } from "@/lib/calendar";
import { encryptPersonal, searchHash } from "@/lib/crypto/personal";
import { idNumberCheckSign } from "@/lib/identifiers/id-number";
import type { Random } from "@/prisma/seed/chance/random";

export type Gender = "MALE" | "FEMALE";

const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎",
];
const maleGiven = [..."伟强磊军勇涛超杰斌浩鹏宇轩博文昊泽俊志远航凯峰明辉建国华东平林松柏川海天"];
const femaleGiven = [..."芳娜敏静丽艳娟霞秀玲慧琳雪梅兰婷怡欣妍彤萱璐瑶倩岚雅洁颖蕾薇晴月婕悦佳"];

/** A name nobody else in the samples has. */
export function personName(random: Random, gender: Gender, taken: Set<string>): string {
  const given = gender === "MALE" ? maleGiven : femaleGiven;
  for (;;) {
    const name = random.pick(surnames) + random.pick(given) + (random.isLucky(0.72) ? random.pick(given) : "");
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** An ID number of the region 999999, which does not exist; its check digit holds. */
export function idNumber(random: Random, birthOn: Day, gender: Gender, taken: Set<string>): string {
  for (;;) {
    const order = random.between(250, 499) * 2 + (gender === "MALE" ? 1 : 0);
    const digits = `999999${birthOn.replaceAll("-", "")}${order}`;
    if (taken.has(digits)) continue;
    taken.add(digits);
    return digits + idNumberCheckSign(digits);
  }
}

/** A mobile number under 194, which no operator gives out. */
export function phone(random: Random): string {
  return `194${String(random.between(0, 99_999_999)).padStart(8, "0")}`;
}

/** How a phone is kept: sealed, and found by its last four digits. */
export function sealedTail(number: string) {
  return { cipher: encryptPersonal(number), tailHash: searchHash("phoneTail", number.slice(-4)) };
}

/** How a member's numbers are kept. */
export function sealedNumbers(idNumber: string, number: string) {
  const { cipher, tailHash } = sealedTail(number);
  return {
    idNumberCipher: encryptPersonal(idNumber),
    idNumberHash: searchHash("idNumber", idNumber),
    phoneCipher: cipher,
    phoneHash: searchHash("phone", number),
    phoneTailHash: tailHash,
  };
}

/** The instant a record of that day was typed in. */
export function typedInOn(day: Day): Date {
  return new Date(toDate(day).getTime() + 2 * 3_600_000);
}
