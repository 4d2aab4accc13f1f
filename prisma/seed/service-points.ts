import type { DutyRhythm, ServicePointKind } from "@/generated/prisma/enums";
import { toDate } from "@/lib/calendar";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";
import { randomOf } from "@/prisma/seed/chance/random";
import type { ParkKey, Parks } from "@/prisma/seed/parks";
import type { World } from "@/prisma/seed/world";

type Point = {
  name: string;
  kind: ServicePointKind;
  building: string;
  rooms: string[];
  hours: string;
  rhythm: DutyRhythm;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  openedAgo: number;
  closedAgo?: number;
};

const points: [ParkKey, Point][] = [
  [
    "xiantao",
    {
      name: "仙桃国际大数据谷党建工作站服务点",
      kind: "SERVICE",
      building: "A1栋",
      rooms: ["办公区", "阅览室", "会议室", "党建服务窗口"],
      hours: "周一至周五 9:00—17:30，周三下午指导员驻点",
      rhythm: "WEEKLY",
      weekday: 3,
      openedAgo: 24,
    },
  ],
  [
    "ganzhi",
    {
      name: "感知科技孵化园楼宇联建支部示范点",
      kind: "DEMONSTRATION",
      building: "主楼",
      rooms: ["党员活动室", "阅览室", "会议室"],
      hours: "周一至周五 9:00—18:00",
      rhythm: "WEEKLY",
      weekday: 1,
      openedAgo: 11,
    },
  ],
  [
    "konggang",
    {
      name: "空港网络视听基地党建工作站服务点",
      kind: "SERVICE",
      building: "A座",
      rooms: ["办公区", "会议室", "党建服务窗口"],
      hours: "周二、周四 9:30—17:00",
      rhythm: "BIWEEKLY",
      weekday: 2,
      openedAgo: 6,
    },
  ],
  [
    "zhaomu",
    {
      name: "照母山数字文化园党建工作站服务点",
      kind: "SERVICE",
      building: "1号楼",
      rooms: ["阅览室", "党建服务窗口"],
      hours: "周五 13:30—17:30",
      rhythm: "MONTHLY",
      weekday: 5,
      openedAgo: 3,
    },
  ],
  [
    "ranjiaba",
    {
      name: "冉家坝电商创业园党建工作站服务点",
      kind: "SERVICE",
      building: "1号楼",
      rooms: ["办公区", "会议室"],
      hours: "周一至周五 9:00—17:30",
      rhythm: "WEEKLY",
      weekday: 3,
      openedAgo: 15,
      closedAgo: 5,
    },
  ],
  [
    "guanyin",
    {
      name: "观音桥数字传媒大厦党建工作站服务点",
      kind: "SERVICE",
      building: "东塔",
      rooms: ["会议室", "党建服务窗口"],
      hours: "周四 9:30—17:00",
      rhythm: "WEEKLY",
      weekday: 4,
      openedAgo: 8,
    },
  ],
];

export type ServicePoints = Map<ParkKey, string>;

/** One service point to a park; where the park closed, so did it. */
export function seedServicePoints({ rows, clock }: World, parks: Parks): ServicePoints {
  const random = randomOf("service points");
  return new Map(
    points.map(([key, point]) => {
      const id = random.id();
      const isClosed = point.closedAgo !== undefined;
      rows.servicePoints.push({
        id,
        committeeId: parks[key].committeeId,
        name: point.name,
        nameSort: pinyinSortKey(point.name),
        searchKeys: searchKeysOf(point.name),
        kind: point.kind,
        parkId: parks[key].id,
        buildingId: parks[key].buildings.get(point.building) ?? null,
        rooms: point.rooms,
        openingHours: point.hours,
        dutyRhythm: point.rhythm,
        dutyWeekday: point.weekday,
        openedOn: toDate(clock.at(point.openedAgo, 0.6)),
        closedOn: isClosed ? toDate(clock.at(point.closedAgo ?? 0, 0.4)) : null,
        closeReason: isClosed ? "园区整体改造，服务点并入仙桃国际大数据谷" : null,
      });
      return [key, id];
    }),
  );
}
