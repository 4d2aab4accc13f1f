import { jointBranchUnits } from "@/lib/rulebook/rules/joint-branch";
import { branchSize } from "@/lib/rulebook/rules/size";

/** An uncovered enterprise with one or two full members: what a joint branch is made of. */
export type Candidate = {
  id: string;
  committeeId: string;
  name: string;
  category: string;
  parkId: string | null;
  parkName: string | null;
  buildingId: string | null;
  buildingName: string | null;
  fullMemberCount: number;
};

export type Proposal = { enterprises: Candidate[]; fullMemberCount: number; reason: string };

/**
 * Groups of at most five enterprises with at least three full members together, nearest first: one building, then
 * what is left of one park; inside each the same category first (支部工作条例（试行）第二章: each unit has fewer than
 * three full members, generally at most five units). Every enterprise stands in at most one proposal.
 * Candidates without a park are nobody's neighbours and stay out.
 */
export function proposeJointBranches(candidates: Candidate[]): Proposal[] {
  const left = new Set(
    candidates.filter(({ parkId, fullMemberCount }) => parkId && fullMemberCount > 0 && fullMemberCount < branchSize),
  );
  const proposals: Proposal[] = [];
  for (const isNear of ["building", "park"] as const) {
    for (const isAlike of [true, false]) {
      for (const neighbours of neighbourhoods([...left], isNear, isAlike)) {
        for (const group of groupsOf(neighbours)) {
          for (const enterprise of group) left.delete(enterprise);
          proposals.push(describe(group, isNear, isAlike));
        }
      }
    }
  }
  return proposals;
}

function neighbourhoods(candidates: Candidate[], near: "building" | "park", alike: boolean): Candidate[][] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const place = near === "building" ? candidate.buildingId : candidate.parkId;
    if (!place) continue;
    // A branch reports to one committee, so its enterprises are one committee's.
    const key = `${candidate.committeeId} ${place} ${alike ? candidate.category : ""}`;
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  return [...groups.values()];
}

/** Candidates come in pinyin order. Takes the smallest sufficient groups, largest memberships first; too few to make a branch stay for the next round. */
function groupsOf(neighbours: Candidate[]): Candidate[][] {
  const waiting = neighbours.toSorted((a, b) => b.fullMemberCount - a.fullMemberCount);
  const groups: Candidate[][] = [];
  let group: Candidate[] = [];
  for (const candidate of waiting) {
    group.push(candidate);
    if (sum(group) >= branchSize) {
      groups.push(group);
      group = [];
    }
  }
  return addRemainder(groups, group);
}

/** Who is left over joins a group nearby that still has room, so that nobody stays alone beside a new branch. */
function addRemainder(groups: Candidate[][], remainder: Candidate[]): Candidate[][] {
  for (const candidate of remainder) {
    groups.find((group) => group.length < jointBranchUnits)?.push(candidate);
  }
  return groups;
}

function sum(group: Candidate[]): number {
  return group.reduce((total, { fullMemberCount }) => total + fullMemberCount, 0);
}

function describe(group: Candidate[], near: "building" | "park", alike: boolean): Proposal {
  const [first] = group;
  const place =
    near === "building" ? `同在${first?.parkName}${first?.buildingName}` : `同在${first?.parkName}，楼宇不同`;
  const kind = alike ? "，类别相同" : "";
  const fullMemberCount = sum(group);
  const reason = `${place}${kind}；${group.length} 家各有正式党员 1—2 名，合计 ${fullMemberCount} 名，达到 3 名，且不超过 5 家。`;
  return { enterprises: group, fullMemberCount, reason };
}
