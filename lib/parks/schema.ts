import { z } from "zod";
import { optionalCount, optionalText, recordId, requiredDay, requiredText, version } from "@/lib/forms/fields";
import { listParams, sortOf } from "@/lib/forms/list-params";

const latitude = coordinate("纬度", 90);
const longitude = coordinate("经度", 180);

function coordinate(label: string, limit: number) {
  return z
    .string()
    .max(20)
    .default("")
    .transform((text) => text.trim() || null)
    .pipe(
      z
        .string()
        .regex(/^-?\d{1,3}(\.\d{1,8})?$/, `${label}应为小数，如 29.71；不清楚可以不填。`)
        .nullable(),
    )
    .transform((text) => (text === null ? null : Number(text)))
    .pipe(z.number().min(-limit, `${label}超出范围。`).max(limit, `${label}超出范围。`).nullable());
}

const facts = { name: requiredText("园区名称", 80), address: optionalText("地址"), latitude, longitude };

export const newPark = z.object({ ...facts, committeeId: recordId("党委") });
export const editedPark = z.object({ ...facts, id: recordId("园区"), version });
export const closedPark = z.object({
  id: recordId("园区"),
  version,
  closedOn: requiredDay("停用日期"),
  reason: requiredText("停用原因"),
});
const buildingFacts = { name: requiredText("楼宇名称", 80), address: optionalText("地址") };

export const newBuilding = z.object({ ...buildingFacts, parkId: recordId("园区") });
export const editedBuilding = z.object({ ...buildingFacts, latitude, longitude, id: recordId("楼宇"), version });
export const closedBuilding = z.object({
  id: recordId("楼宇"),
  version,
  closedOn: requiredDay("停用日期"),
  reason: requiredText("停用原因"),
});

/** A park or a building whose closing is taken back. */
export const reopenedPlace = z.object({ id: recordId("记录"), version, reason: requiredText("恢复原因") });

/** Figures as a park reported them; at least one of them. */
export const newFigure = z
  .object({
    parkId: recordId("园区"),
    reportedOn: requiredDay("上报日期"),
    source: requiredText("数据来源", 80),
    floorAreaSqm: optionalCount("建筑面积", 100_000_000),
    openedAreaSqm: optionalCount("已投用面积", 100_000_000),
    registeredCount: optionalCount("注册企业数", 1_000_000),
    settledCount: optionalCount("入驻企业数", 1_000_000),
    employeeCount: optionalCount("从业人数"),
  })
  .refine(
    (figure) =>
      [
        figure.floorAreaSqm,
        figure.openedAreaSqm,
        figure.registeredCount,
        figure.settledCount,
        figure.employeeCount,
      ].some((number) => number !== null),
    { path: ["floorAreaSqm"], error: "请至少填写一项数据。" },
  );
export const removedFigure = z.object({
  parkId: recordId("园区"),
  figureId: recordId("上报数据"),
  reason: requiredText("删除原因"),
});
export const parkList = listParams.extend({
  sort: sortOf(["name"]),
  closed: z.literal("1").optional().catch(undefined),
});

export type NewPark = z.output<typeof newPark>;
export type EditedPark = z.output<typeof editedPark>;
export type ClosedPark = z.output<typeof closedPark>;
export type NewBuilding = z.output<typeof newBuilding>;
export type EditedBuilding = z.output<typeof editedBuilding>;
export type ClosedBuilding = z.output<typeof closedBuilding>;
export type ReopenedPlace = z.output<typeof reopenedPlace>;
export type NewFigure = z.output<typeof newFigure>;
export type RemovedFigure = z.output<typeof removedFigure>;
export type ParkList = z.output<typeof parkList>;
