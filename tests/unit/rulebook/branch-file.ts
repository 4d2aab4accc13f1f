import type { OfficerPost, OrgLifeKind } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import type { BranchFile, Judgement, RuleId } from "@/lib/rulebook/rules/finding";
import { ruleOf } from "@/lib/rulebook/rules/rulebook";

/** Since long before any period of these tests. */
export const always = { validFrom: "2020-01-01", validTo: null };

/** So many full members, and so many on probation, since long ago. */
export function members(fullCount: number, probationaryCount = 0): BranchFile["memberships"] {
  const full = Array.from({ length: fullCount }, () => ({ ...always, fullFrom: "2020-01-01" }));
  return [...full, ...Array.from({ length: probationaryCount }, () => ({ ...always, fullFrom: null }))];
}

/** One person for each post, since long ago. */
export function officers(...posts: OfficerPost[]): BranchFile["officers"] {
  return posts.map((post, index) => ({ ...always, memberId: `m${index}`, post }));
}

export const fullCommittee = officers("SECRETARY", "ORGANIZATION", "PUBLICITY", "DISCIPLINE");

export function meeting(heldOn: Day, kind: OrgLifeKind, groupId: string | null = null): BranchFile["meetings"][number] {
  return { kinds: [kind], groupId, heldOn };
}

/** A single branch with three full members, a secretary and a running term, and nothing else. */
export function branchFile(facts: Partial<BranchFile> = {}): BranchFile {
  return {
    id: "b",
    name: "云达科技党支部",
    kind: "SINGLE",
    foundedOn: "2020-01-01",
    dissolvedOn: null,
    memberships: members(3),
    units: [],
    officers: officers("SECRETARY"),
    groups: [],
    lastTerm: { startsOn: "2025-01-01", endsOn: "2028-01-01" },
    probationers: [],
    meetings: [],
    votes: [],
    lectureRhythms: [{ from: "1900-01-01", months: 3 }],
    ...facts,
  };
}

/** What a rule says of a branch on a day. */
export function judge(id: RuleId, facts: Partial<BranchFile>, day: Day): Judgement[] {
  return ruleOf(id).check?.(branchFile(facts), day) ?? [];
}

/** Only the outcomes. */
export function outcomesOf(id: RuleId, facts: Partial<BranchFile>, day: Day): string[] {
  return judge(id, facts, day).map(({ outcome }) => outcome);
}
