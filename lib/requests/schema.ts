import { z } from "zod";
import {
  choice,
  optionalDay,
  optionalRecordId,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
} from "@/lib/forms/fields";
import { filterId, filterOf, listParams, sortOf } from "@/lib/forms/list-params";
import { requestAges } from "@/lib/requests/rules";

export const requestStatuses = ["OPEN", "IN_PROGRESS", "ANSWERED", "CLOSED"] as const;
export const requestCategories = ["TALENT", "FINANCE", "SPACE", "POLICY", "LEGAL", "PARTY_WORK", "OTHER"] as const;
export const satisfactions = ["SATISFIED", "FAIR", "DISSATISFIED"] as const;

/** What is said of a request wherever it is raised. */
export const requestWords = {
  category: choice("诉求类别", requestCategories),
  text: requiredText("诉求内容", 1_000),
};

export const newRequest = z.object({
  ...requestWords,
  enterpriseId: recordId("企业"),
  raisedOn: requiredDay("提出日期"),
  dueOn: optionalDay("办理期限"),
  /** The duty shift it was raised in. A phone whose page is older does not name it. */
  shiftId: optionalRecordId("驻点班次"),
});

const held = { id: recordId("诉求"), version };

export const movedRequest = z.discriminatedUnion("action", [
  z.object({ ...held, action: z.literal("TAKE") }),
  z.object({
    ...held,
    action: z.literal("TRANSFER"),
    department: requiredText("转办部门", 60),
    note: optionalText("说明", 500),
  }),
  z.object({ ...held, action: z.literal("ANSWER"), answer: requiredText("答复内容", 2_000) }),
  z.object({ ...held, action: z.literal("CLOSE"), note: optionalText("说明", 500) }),
  z.object({ ...held, action: z.literal("REOPEN"), note: requiredText("重新办理的原因", 500) }),
  z.object({
    ...held,
    action: z.literal("REASSIGN"),
    ownerId: optionalRecordId("办理人"),
    dueOn: requiredDay("办理期限"),
    note: optionalText("说明", 500),
  }),
]);

export const recordedSatisfaction = z.object({ ...held, satisfaction: choice("满意度", satisfactions) });

export const askedLink = z.object({ id: recordId("诉求") });

export const ratedRequest = z.object({
  token: z.string().min(1).max(100),
  satisfaction: choice("满意度", satisfactions),
  note: optionalText("说明", 500),
});

export const requestList = listParams.extend({
  sort: sortOf(["dueOn", "raisedOn"]),
  status: filterOf(requestStatuses),
  category: filterOf(requestCategories),
  age: filterOf(requestAges),
  overdue: z.literal("1").optional().catch(undefined),
  mine: z.literal("1").optional().catch(undefined),
  committee: filterId,
});

export type NewRequest = z.output<typeof newRequest>;
export type MovedRequest = z.output<typeof movedRequest>;
export type RecordedSatisfaction = z.output<typeof recordedSatisfaction>;
export type RatedRequest = z.output<typeof ratedRequest>;
export type RequestList = z.output<typeof requestList>;
