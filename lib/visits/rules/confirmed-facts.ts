import type { Day } from "@/lib/calendar";
import { type FactValue, type SourcedField, type Sources, withSource } from "@/lib/enterprises/rules/sources";

/** What the person on site said; null was not spoken of. */
export type ConfirmedFacts = {
  employeeCount: number | null;
  declaredMemberCount: number | null;
  contactName: string | null;
  isStillHere: boolean | null;
};

const fields = ["employeeCount", "declaredMemberCount", "contactName"] as const;

/** True when nothing was confirmed. */
export function isNothingConfirmed(facts: ConfirmedFacts): boolean {
  return Object.values(facts).every((value) => value === null);
}

/**
 * What a visit does to the register: each fact that was spoken of gets the visit as its source, and becomes the value
 * unless somebody has said something newer. "No longer here" is kept as a word against the register, never as a fact:
 * whether an enterprise has left is for staff to record with a day.
 */
export function factsFromVisit(
  known: { sources: Sources },
  said: ConfirmedFacts,
  on: Day,
): { sources: Sources; values: { employeeCount?: number; declaredMemberCount?: number; contactName?: string } } {
  let { sources } = known;
  const values: Record<string, FactValue> = {};
  for (const field of fields) {
    const value = said[field];
    if (value === null) continue;
    const isNewest = !newerThan(sources, field, on);
    sources = withSource(sources, field, { source: "VISIT", on, value });
    if (isNewest) values[field] = value;
  }
  if (said.isStillHere !== null) {
    sources = withSource(sources, "isSettled", { source: "VISIT", on, value: said.isStillHere });
  }
  return { sources, values };
}

function newerThan(sources: Sources, field: SourcedField, on: Day): boolean {
  return (sources[field] ?? []).some((entry) => entry.on > on);
}

/** What was confirmed, in words; nothing of what was not spoken of. */
export function confirmedInWords(said: ConfirmedFacts | null): string[] {
  if (said === null) return [];
  return [
    ...(said.employeeCount === null ? [] : [`从业人数 ${said.employeeCount}`]),
    ...(said.declaredMemberCount === null ? [] : [`党员 ${said.declaredMemberCount} 名`]),
    ...(said.contactName === null ? [] : [`联系人 ${said.contactName}`]),
    ...(said.isStillHere === null ? [] : [said.isStillHere ? "仍在此办公" : "已不在此处"]),
  ];
}
