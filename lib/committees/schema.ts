import { z } from "zod";
import {
  optionalDay,
  optionalRecordId,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
} from "@/lib/forms/fields";
import { listParams } from "@/lib/forms/list-params";

const regionCode = optionalText("行政区划代码", 6).pipe(
  z
    .string()
    .regex(/^\d{6}$/, "行政区划代码为 6 位数字（GB/T 2260）。")
    .nullable(),
);

/** One body a line; two at once is usual, such as the 两新工委 and the 网信办. */
const superiorBodies = optionalText("上级机关", 600)
  .transform((text) => [...new Set((text ?? "").split(/[\n；;]/).map((line) => line.trim()))].filter(Boolean))
  .pipe(z.array(z.string().max(60, "每个上级机关最多 60 个字。")).max(10, "上级机关最多 10 个。"));

/** What a committee is called, and what changes together with it: each set of these has its days. */
const naming = {
  name: requiredText("党委名称", 60),
  districtName: requiredText("行政区", 40),
  regionCode,
  superiorBodies,
  documentPrefix: optionalText("发文机关代字", 20),
};

const code = requiredText("党委代码", 30).pipe(
  z.string().regex(/^[a-z][a-z0-9-]{1,29}$/, "党委代码为 2 到 30 个小写字母、数字或短横线，以字母开头，如 yubei。"),
);
const id = recordId("党委");

/** Without `parentId` it stands at the top; only administrators found such a one. */
export const newCommittee = z.object({
  ...naming,
  parentId: optionalRecordId("上级党委"),
  code,
  foundedOn: requiredDay("成立日期"),
});
export const editedCommittee = z.object({ id, version, code, foundedOn: optionalDay("成立日期") });
export const renamedCommittee = z.object({ ...naming, id, version, validFrom: requiredDay("变更日期") });
export const correctedName = z.object({
  ...naming,
  id: recordId("名称记录"),
  version,
  validFrom: requiredDay("起始日期"),
  reason: requiredText("更正原因"),
});
export const closedCommittee = z.object({
  id,
  version,
  closedOn: requiredDay("撤销日期"),
  reason: requiredText("撤销原因"),
  successorId: optionalRecordId("并入的党委"),
});
export const committeeList = listParams.extend({ closed: z.literal("1").optional().catch(undefined) });

export type Naming = Pick<NewCommittee, keyof typeof naming>;
export type NewCommittee = z.output<typeof newCommittee>;
export type EditedCommittee = z.output<typeof editedCommittee>;
export type RenamedCommittee = z.output<typeof renamedCommittee>;
export type CorrectedName = z.output<typeof correctedName>;
export type ClosedCommittee = z.output<typeof closedCommittee>;
export type CommitteeList = z.output<typeof committeeList>;
