import { type Day, quarterDays, quarterOf, toDate } from "@/lib/calendar";
import { pinyinSortKey } from "@/lib/search/pinyin";
import { randomOf } from "@/prisma/seed/chance/random";
import { holidaysAround } from "@/prisma/seed/holidays";
import type { World } from "@/prisma/seed/world";

type Naming = { from: Day; name: string; district: string; region: string | null; superiors: string[]; prefix: string };
type CommitteeKey = "chongqing" | "yubei" | "jiangbei";

export type Committees = Record<CommitteeKey, string>;

/** In November 2025 two districts became one; both committees go on, under new names and new superior bodies. */
const merged = { district: "两江新区", region: null, superiors: ["两江新区党工委两新工委", "两江新区党工委网信办"] };
const mergedOn = "2025-11-28";

const namings: Record<CommitteeKey, Naming[]> = {
  chongqing: [
    {
      from: "2018-06-01",
      name: "重庆市互联网行业党委",
      district: "重庆市",
      region: "500000",
      superiors: ["市委两新工委", "市委网信办"],
      prefix: "渝互联网党发",
    },
  ],
  yubei: [
    {
      from: "2018-09-01",
      name: "重庆市渝北区互联网行业党委",
      district: "渝北区",
      region: "500112",
      superiors: ["渝北区委组织部"],
      prefix: "渝北互联网党发",
    },
    {
      from: "2020-03-01",
      name: "重庆市渝北区互联网行业党委",
      district: "渝北区",
      region: "500112",
      superiors: ["渝北区委两新工委", "渝北区委网信办"],
      prefix: "渝北互联网党发",
    },
    { from: mergedOn, name: "重庆两江新区渝北片区互联网行业党委", prefix: "两江渝北互联网党发", ...merged },
  ],
  jiangbei: [
    {
      from: "2019-05-01",
      name: "重庆市江北区互联网行业党委",
      district: "江北区",
      region: "500105",
      superiors: ["江北区委两新工委", "江北区委网信办"],
      prefix: "江北互联网党发",
    },
    { from: mergedOn, name: "重庆两江新区江北片区互联网行业党委", prefix: "两江江北互联网党发", ...merged },
  ],
};

/** The city's committee with two districts below it, their names with the days they held. */
export function seedCommittees({ rows, clock }: World): Committees {
  const random = randomOf("committees");
  const ids: Committees = { chongqing: random.id(), yubei: random.id(), jiangbei: random.id() };
  for (const code of ["chongqing", "yubei", "jiangbei"] as const) {
    const names = namings[code];
    const name = names.findLast(({ from }) => from <= clock.day)?.name ?? names[0]?.name ?? code;
    const foundedOn = toDate(names[0]?.from ?? clock.day);
    const parentId = code === "chongqing" ? null : ids.chongqing;
    rows.committees.push({ id: ids[code], code, name, nameSort: pinyinSortKey(name), parentId, foundedOn });
    rows.committeeNames.push(
      ...names.map((naming, index) => ({
        id: random.id(),
        committeeId: ids[code],
        name: naming.name,
        districtName: naming.district,
        regionCode: naming.region,
        superiorBodies: naming.superiors,
        documentPrefix: naming.prefix,
        validFrom: toDate(naming.from),
        validTo: index + 1 < names.length ? toDate(names[index + 1]?.from ?? naming.from) : null,
      })),
    );
    // What marks the whole database as samples: every page says so.
    rows.settings.push({ id: random.id(), committeeId: ids[code], key: "isSample", value: true, validFrom: foundedOn });
  }
  for (const committeeId of Object.values(ids)) {
    rows.settings.push({
      id: random.id(),
      committeeId,
      key: "holidays",
      value: holidaysAround(clock.day),
      validFrom: toDate(quarterDays(quarterOf(clock.day)).from),
    });
  }
  return ids;
}
