import type { Place } from "@/components/field/forms/place-field";
import type { FormDraft } from "@/components/field/forms/use-draft";
import type { QueueItem } from "@/components/field/queue/item";
import { newId } from "@/components/field/queue/new-id";
import { today } from "@/lib/calendar";
import type { FieldTarget } from "@/lib/field/queries/field-pack";

export type RequestWords = { id: string; category: string; text: string };

/** A visit as it is typed: the fields of the form as texts, and the place, if one was added. */
export type VisitFields = Place & {
  enterpriseId: string | null;
  branchId: string | null;
  kind: string;
  visitedOn: string;
  peopleMet: string;
  found: string;
  done: string;
  employeeCount: string;
  declaredMemberCount: string;
  contactName: string;
  isStillHere: string;
  nextVisitOn: string;
  requests: RequestWords[];
};

/** Where a visit goes, as the record has it. */
export function towards(target: Pick<FieldTarget, "id" | "kind">) {
  const isEnterprise = target.kind === "enterprise";
  return { enterpriseId: isEnterprise ? target.id : null, branchId: isEnterprise ? null : target.id };
}

/** A visit that begins now, today. */
export function freshVisit(target: Pick<FieldTarget, "id" | "kind">): FormDraft<VisitFields> {
  const nothing = { peopleMet: "", found: "", done: "", nextVisitOn: "" };
  const nowhere = { latitude: null, longitude: null };
  const unsaid = { employeeCount: "", declaredMemberCount: "", contactName: "", isStillHere: "" };
  return {
    id: newId(),
    recordedAt: new Date().toISOString(),
    dayIsDefault: true,
    payload: { ...towards(target), kind: "VISIT", visitedOn: today(), ...nothing, ...nowhere, ...unsaid, requests: [] },
  };
}

/** What was refused, as it was typed. */
export function mendedVisit(item: QueueItem): FormDraft<VisitFields> {
  const { id, recordedAt, dayIsDefault } = item;
  const begun = freshVisit({ id: "", kind: "enterprise" });
  return { id, recordedAt, dayIsDefault, payload: { ...begun.payload, ...(item.payload as Partial<VisitFields>) } };
}

/** What is still to be said before it can be saved; null: nothing. */
export function missingInVisit({ visitedOn, requests, enterpriseId, branchId }: VisitFields): string | null {
  if (!enterpriseId && !branchId) return "请选择走访的企业或党支部。";
  if (!visitedOn) return "请填写走访日期。";
  if (requests.some(({ text }) => !text.trim())) return "请填写诉求内容，或移除空的诉求。";
  return null;
}

const words = ["情况平稳", "人员有变动", "业务有变化", "希望多联系"] as const;
export const usualFindings: readonly string[] = words;

/** Puts a usual word into the text, or takes it out again. */
export function withFinding(found: string, word: string): string {
  const said = found.split("；").filter(Boolean);
  return (said.includes(word) ? said.filter((other) => other !== word) : [...said, word]).join("；");
}

type Confirmed = Partial<Pick<VisitFields, "employeeCount" | "declaredMemberCount" | "contactName" | "isStillHere">>;

/** What the register knows, as it stands there, and that the enterprise is where it was. */
export function asRegistered({ facts }: FieldTarget): Confirmed {
  if (!facts) return {};
  const { employeeCount, declaredMemberCount, contactName } = facts;
  return {
    ...(employeeCount === null ? {} : { employeeCount: String(employeeCount) }),
    ...(declaredMemberCount === null ? {} : { declaredMemberCount: String(declaredMemberCount) }),
    ...(contactName ? { contactName } : {}),
    isStillHere: "yes",
  };
}
