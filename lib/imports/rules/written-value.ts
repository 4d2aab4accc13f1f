import { categoryLabels } from "@/lib/enterprises/labels";
import { registrationLabels } from "@/lib/imports/labels";
import { genderLabels, memberStageLabels } from "@/lib/members/labels";

const words: Record<string, Record<string, string>> = {
  category: categoryLabels,
  registration: registrationLabels,
  gender: genderLabels,
  stage: memberStageLabels,
};

/** A value of a change as people read it. */
export function writeValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "（空）";
  if (typeof value === "boolean") return value ? "是" : "否";
  return words[field]?.[String(value)] ?? String(value);
}
