/** What the trail says of persons in the register is who acted on whom and when, never what the file holds. */
export const personSubjects = ["Member", "Membership", "Employment", "MemberDuty", "BranchOfficer", "Transfer"];

/** What somebody typed into a search box may be a person's name. */
const typedSearch = /(^|\.)q$/;
/** Who led a meeting, and who was there or why not. */
const namesPersons = /^(host|recorder|attendance)(\.|$)/;
const hidden = "（党员资料，不在此显示）";

export type Change = { field: string; before: string | null; after: string | null; isChanged: boolean };

/** 王小明 → 王**: enough to tell entries apart, not enough to know the person. */
export function maskName(name: string): string {
  const [first = ""] = name;
  return `${first}**`;
}

/** The subject's name as the auditor reads it. */
export function subjectNameFor(subjectType: string, name: string | null): string | null {
  return name && personSubjects.includes(subjectType) ? maskName(name) : name;
}

/**
 * What an act changed, field by field: nested values by their path, lists in one line. A field that stands on one
 * side only has null on the other. Values of a member's file and search texts are left out.
 */
export function changesOf(subjectType: string, before: unknown, after: unknown): Change[] {
  const isPerson = personSubjects.includes(subjectType);
  return compareFacts(before, after).map((change) => {
    const isHidden = isPerson || typedSearch.test(change.field) || namesPersons.test(change.field);
    const show = (value: string | null) => (value !== null && isHidden ? hidden : value);
    return { ...change, before: show(change.before), after: show(change.after) };
  });
}

/** The same with every value in clear, for a record's own page and those who may read it. */
export function compareFacts(before: unknown, after: unknown): Change[] {
  const old = flatten(before);
  const now = flatten(after);
  return [...new Set([...old.keys(), ...now.keys()])].map((field) => ({
    field,
    before: old.get(field) ?? null,
    after: now.get(field) ?? null,
    isChanged: old.get(field) !== now.get(field),
  }));
}

function flatten(value: unknown, path = "", into = new Map<string, string>()): Map<string, string> {
  if (value === null || typeof value !== "object") {
    if (path || (value !== null && value !== undefined)) into.set(path, inWords(value));
    return into;
  }
  if (Array.isArray(value) && value.every((item) => item === null || typeof item !== "object")) {
    into.set(path, value.map(inWords).join("、") || "（空）");
    return into;
  }
  for (const [key, inner] of Object.entries(value)) flatten(inner, path ? `${path}.${key}` : key, into);
  return into;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "（空）";
  if (value === true) return "是";
  if (value === false) return "否";
  return String(value);
}
