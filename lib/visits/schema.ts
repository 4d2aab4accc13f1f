import { z } from "zod";
import {
  choice,
  optionalCount,
  optionalDay,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
  yesNoUnknown,
} from "@/lib/forms/fields";
import { filterId, filterOf, listParams } from "@/lib/forms/list-params";
import { requestWords } from "@/lib/requests/schema";

export const visitKinds = ["VISIT", "ON_DUTY", "RESEARCH", "OTHER"] as const;

/** A text that may stay empty, kept as an empty one. */
const freeText = (label: string, max = 2_000) => optionalText(label, max).transform((text) => text ?? "");

const facts = {
  kind: choice("走访方式", visitKinds),
  visitedOn: requiredDay("走访日期"),
  peopleMet: freeText("见到的人", 200),
  found: freeText("了解到的情况"),
  done: freeText("做了什么"),
  nextVisitOn: optionalDay("下次走访日期"),
};

/** What the person on site confirmed or put right; what is null was not spoken of. */
const confirmed = {
  employeeCount: optionalCount("从业人数", 1_000_000),
  declaredMemberCount: optionalCount("党员数", 100_000),
  contactName: optionalText("联系人", 40),
  isStillHere: yesNoUnknown,
};

/** A place the person chose to add; both or none. */
const place = {
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
};

export const raisedInVisit = z.object({ id: z.uuid(), ...requestWords });

/** A visit as a phone sends it: with its own id, made where it was written down, and the requests raised in it. */
export const sentVisit = z.object({
  ...facts,
  ...confirmed,
  ...place,
  id: z.uuid(),
  enterpriseId: z.uuid().nullable().default(null),
  branchId: z.uuid().nullable().default(null),
  requests: z.array(raisedInVisit).max(10, "一次走访最多登记 10 项诉求。").default([]),
  recordedAt: z.iso.datetime({ offset: true }).nullable().default(null),
});

/** The same from the form of a page: one request at most, the others from the visit's page. */
export const newVisit = z
  .object({
    ...facts,
    ...confirmed,
    id: z.uuid(),
    target: z.string().regex(/^(enterprise|branch):[0-9a-f-]{36}$/, "请选择走访的企业或党支部。"),
    requestId: z.uuid(),
    requestCategory: z.string().max(20).default(""),
    requestText: optionalText("诉求内容", 1_000),
  })
  .transform(({ target, requestId, requestCategory, requestText, ...visit }, context) => {
    const [kind, id] = target.split(":") as ["enterprise" | "branch", string];
    const requests = requestText ? [{ id: requestId, category: requestCategory, text: requestText }] : [];
    const read = z.array(raisedInVisit).safeParse(requests);
    if (!read.success) {
      context.addIssue({ code: "custom", path: ["requestCategory"], message: "请选择诉求类别。" });
      return z.NEVER;
    }
    const targets = { enterpriseId: kind === "enterprise" ? id : null, branchId: kind === "branch" ? id : null };
    return { ...visit, ...targets, requests: read.data, latitude: null, longitude: null, recordedAt: null };
  });

export const correctedVisit = z.object({ ...facts, id: recordId("走访记录"), version });

export const withdrawnVisit = z.object({ id: recordId("走访记录"), version, reason: requiredText("撤回原因", 200) });

export const chosenVisit = z.object({ id: recordId("走访记录") });

export const removedVisitFile = z.object({ id: recordId("附件") });

/** What came of an upload, when it was refused. */
export const visitNotice = z.object({ refusal: z.string().max(200).optional().catch(undefined) });

export const confirmedVisit = z.object({
  token: z.string().min(1).max(100),
  name: requiredText("您的姓名或职务", 40),
});

export const visitList = listParams.extend({
  sort: z.enum(["-visitedOn", "visitedOn"]).catch("-visitedOn").default("-visitedOn"),
  from: optionalDay("起始日期").catch(null),
  to: optionalDay("结束日期").catch(null),
  kind: filterOf(visitKinds),
  instructor: filterId,
  enterprise: filterId,
  branch: filterId,
});

/** `enterprise:<id>` or `branch:<id>` of an address; null for anything else. */
export function readTarget(text: unknown): { enterpriseIds: string[]; branchIds: string[] } | null {
  const [kind, id] = typeof text === "string" ? text.split(":") : [];
  if (!z.uuid().safeParse(id).success || !id) return null;
  if (kind === "enterprise") return { enterpriseIds: [id], branchIds: [] };
  return kind === "branch" ? { enterpriseIds: [], branchIds: [id] } : null;
}

export type SentVisit = z.output<typeof sentVisit>;
export type CorrectedVisit = z.output<typeof correctedVisit>;
export type WithdrawnVisit = z.output<typeof withdrawnVisit>;
export type RemovedVisitFile = z.output<typeof removedVisitFile>;
export type ConfirmedVisit = z.output<typeof confirmedVisit>;
export type VisitList = z.output<typeof visitList>;
