import { toDate } from "@/lib/calendar";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";
import { randomOf } from "@/prisma/seed/chance/random";
import type { Committees } from "@/prisma/seed/committees";
import type { World } from "@/prisma/seed/world";

export type ParkKey = "xiantao" | "ganzhi" | "zhaomu" | "konggang" | "yuelai" | "longta" | "ranjiaba" | "guanyin";
export type SamplePark = {
  id: string;
  committeeId: string;
  name: string;
  address: string;
  regionCode: string;
  /** Name → id. */
  buildings: Map<string, string>;
};
export type Parks = Record<ParkKey, SamplePark>;

type Site = { name: string; address: string; at: [number, number]; buildings: string[]; closedAgo?: number };

const sites: Record<ParkKey, Site> = {
  xiantao: {
    name: "仙桃国际大数据谷",
    address: "重庆市渝北区数据谷中路107号",
    at: [29.7421, 106.5557],
    buildings: ["A1栋", "A2栋", "B1栋", "B2栋", "C3栋"],
  },
  ganzhi: {
    name: "感知科技孵化园",
    address: "重庆市渝北区翠云街道云竹路22号",
    at: [29.6853, 106.5762],
    buildings: ["主楼", "副楼"],
  },
  zhaomu: {
    name: "照母山数字文化园",
    address: "重庆市渝北区金渝大道84号",
    at: [29.6292, 106.5098],
    buildings: ["1号楼", "2号楼", "3号楼"],
  },
  konggang: {
    name: "空港网络视听基地",
    address: "重庆市渝北区空港大道216号",
    at: [29.7188, 106.6309],
    buildings: ["A座", "B座"],
  },
  yuelai: {
    name: "悦来数字内容港",
    address: "重庆市渝北区国博大道38号",
    at: [29.7306, 106.5461],
    buildings: ["北楼", "南楼"],
  },
  longta: {
    name: "龙塔商务大厦",
    address: "重庆市渝北区红锦大道61号",
    at: [29.5934, 106.5263],
    buildings: ["主楼"],
  },
  ranjiaba: {
    name: "冉家坝电商创业园",
    address: "重庆市渝北区龙山路195号",
    at: [29.5873, 106.5106],
    buildings: ["1号楼"],
    closedAgo: 5,
  },
  guanyin: {
    name: "观音桥数字传媒大厦",
    address: "重庆市江北区建新北路70号",
    at: [29.5731, 106.5324],
    buildings: ["东塔", "西塔"],
  },
};

/** Parks and their buildings; a park that closed keeps its place in the history. */
export function seedParks({ rows, clock }: World, committees: Committees): Parks {
  const random = randomOf("parks");
  const parkOf = ([key, site]: [string, Site]): [string, SamplePark] => {
    const { name, address } = site;
    const committeeId = key === "guanyin" ? committees.jiangbei : committees.yubei;
    const park: SamplePark = {
      id: random.id(),
      committeeId,
      name,
      address,
      regionCode: key === "guanyin" ? "500105" : "500112",
      buildings: new Map(site.buildings.map((building) => [building, random.id()])),
    };
    const closing =
      site.closedAgo === undefined
        ? {}
        : { closedOn: toDate(clock.at(site.closedAgo, 0.5)), closeReason: "园区整体改造，企业已迁往其他园区" };
    rows.parks.push({
      id: park.id,
      committeeId,
      name,
      nameSort: pinyinSortKey(name),
      searchKeys: searchKeysOf(name),
      address,
      latitude: site.at[0],
      longitude: site.at[1],
      ...closing,
    });
    rows.buildings.push(
      ...[...park.buildings].map(([building, id]) => ({
        id,
        parkId: park.id,
        name: building,
        nameSort: pinyinSortKey(building),
        address: `${address}${building}`,
        ...closing,
      })),
    );
    return [key, park];
  };
  const parks = Object.fromEntries(Object.entries(sites).map(parkOf)) as Parks;
  seedFigures(parks, rows, clock.at);
  return parks;
}

/** Figures stand as they were reported. The first is the published description of the park, never a current figure. */
function seedFigures(parks: Parks, rows: World["rows"], at: World["clock"]["at"]): void {
  const random = randomOf("park figures");
  rows.parkFigures.push({
    id: random.id(),
    parkId: parks.xiantao.id,
    reportedOn: toDate("2020-12-31"),
    source: "公开介绍材料",
    openedAreaSqm: 1_120_000,
    registeredCount: 1114,
    settledCount: 240,
    employeeCount: 5000,
  });
  const reports: [ParkKey, number, number, number, number, number][] = [
    ["ganzhi", 46_000, 42_000, 61, 38, 920],
    ["zhaomu", 118_000, 96_000, 143, 67, 2_140],
    ["konggang", 74_000, 58_000, 88, 45, 1_360],
    ["yuelai", 152_000, 81_000, 120, 41, 1_180],
    ["longta", 31_000, 31_000, 39, 22, 540],
    ["guanyin", 52_000, 50_000, 77, 49, 1_650],
  ];
  for (const [key, floorAreaSqm, openedAreaSqm, registered, settled, employees] of reports) {
    for (const ago of [8, 4, 1]) {
      const grown = 1 - ago * 0.035;
      rows.parkFigures.push({
        id: random.id(),
        parkId: parks[key].id,
        reportedOn: toDate(at(ago, 0.9)),
        source: "园区运营方报送",
        floorAreaSqm,
        openedAreaSqm,
        registeredCount: Math.round(registered * grown),
        settledCount: Math.round(settled * grown),
        employeeCount: Math.round(employees * grown),
      });
    }
  }
}
