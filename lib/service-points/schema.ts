import { z } from "zod";
import { DutyRhythm, ServicePointKind } from "@/generated/prisma/enums";
import {
  choice,
  optionalRecordId,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
} from "@/lib/forms/fields";
import { filterId, filterOf, listParams, sortOf } from "@/lib/forms/list-params";

const kinds = Object.values(ServicePointKind) as [ServicePointKind, ...ServicePointKind[]];
const rhythms = Object.values(DutyRhythm) as [DutyRhythm, ...DutyRhythm[]];

/** Rooms as people write them in one line: 办公区、阅览室、会议室. */
const rooms = z
  .string()
  .max(1_000, "功能室太长。")
  .default("")
  .transform((text) =>
    [...new Set(text.split(/[、,，;；/\n]/).map((room) => room.normalize("NFC").trim()))].filter(Boolean),
  )
  .pipe(z.array(z.string().max(30, "每个功能室名称最多 30 个字。")).max(20, "功能室最多 20 个。"));

const facts = {
  name: requiredText("服务点名称", 80),
  kind: choice("阵地类型", kinds),
  parkId: recordId("所在园区"),
  buildingId: optionalRecordId("所在楼宇"),
  rooms,
  openingHours: optionalText("开放时间", 100),
  dutyRhythm: choice("驻点服务频次", rhythms),
  /** 1 Monday … 7 Sunday. */
  dutyWeekday: choice("驻点星期", ["1", "2", "3", "4", "5", "6", "7"]).transform(Number),
  openedOn: requiredDay("启用日期"),
};

export const newServicePoint = z.object(facts);
export const editedServicePoint = z.object({ ...facts, id: recordId("服务点"), version });
export const closedServicePoint = z.object({
  id: recordId("服务点"),
  version,
  closedOn: requiredDay("撤点日期"),
  reason: requiredText("撤点原因"),
});
export const reopenedServicePoint = z.object({
  id: recordId("服务点"),
  version,
  reason: requiredText("恢复原因"),
});

export const servicePointList = listParams.extend({
  sort: sortOf(["name"]),
  kind: filterOf(kinds),
  park: filterId,
  unassigned: filterOf(["1"]),
  closed: filterOf(["1"]),
});

export type NewServicePoint = z.output<typeof newServicePoint>;
export type EditedServicePoint = z.output<typeof editedServicePoint>;
export type ClosedServicePoint = z.output<typeof closedServicePoint>;
export type ReopenedServicePoint = z.output<typeof reopenedServicePoint>;
export type ServicePointList = z.output<typeof servicePointList>;
