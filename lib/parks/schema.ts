import { z } from "zod";
import { optionalText, recordId, requiredDay, requiredText, version } from "@/lib/forms/fields";
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
export const newBuilding = z.object({
  parkId: recordId("园区"),
  name: requiredText("楼宇名称", 80),
  address: optionalText("地址"),
});
export const parkList = listParams.extend({
  sort: sortOf(["name"]),
  closed: z.literal("1").optional().catch(undefined),
});

export type NewPark = z.output<typeof newPark>;
export type EditedPark = z.output<typeof editedPark>;
export type ClosedPark = z.output<typeof closedPark>;
export type NewBuilding = z.output<typeof newBuilding>;
export type ParkList = z.output<typeof parkList>;
