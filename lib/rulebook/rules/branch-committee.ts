import type { OfficerPost } from "@/generated/prisma/enums";
import { type Day, holdsOn } from "@/lib/calendar";
import {
  type BranchFile,
  branchRegulation,
  branchRegulationFrom,
  type Judgement,
  type Officer,
  type Rule,
} from "@/lib/rulebook/rules/finding";
import { fullCountOn } from "@/lib/rulebook/rules/size";

/** From this many full members a branch has a branch committee (支部工作条例（试行）第六章). */
export const committeeSize = 7;

const postsOfCommittee: Record<Exclude<OfficerPost, "DEPUTY_SECRETARY">, string> = {
  SECRETARY: "书记",
  ORGANIZATION: "组织委员",
  PUBLICITY: "宣传委员",
  DISCIPLINE: "纪检委员",
};

/**
 * 支部工作条例（试行）第六章: from 7 full members a committee of 3 to 5, at most 7 people, with secretary, organization,
 * publicity and discipline; with fewer than 7 full members a secretary. `officers` are the posts held on the day.
 */
export function judgeCommittee(fullCount: number, officers: Officer[]): Judgement {
  const held = new Set(officers.map(({ post }) => post));
  if (fullCount < committeeSize) {
    return held.has("SECRETARY")
      ? { outcome: "FULFILLED", text: `正式党员 ${fullCount} 名，已设书记。` }
      : { outcome: "BREACHED", text: "还没有登记书记。正式党员不足 7 名的支部设书记 1 名。" };
  }
  const missing = Object.entries(postsOfCommittee).filter(([post]) => !held.has(post as OfficerPost));
  if (missing.length > 0) {
    const names = missing.map(([, name]) => name).join("、");
    return { outcome: "BREACHED", text: `正式党员 ${fullCount} 名，应设支部委员会；现缺${names}。` };
  }
  const people = new Set(officers.map(({ memberId }) => memberId)).size;
  return people < 3 || people > 7
    ? { outcome: "BREACHED", text: `支部委员会现有 ${people} 人。一般由 3 至 5 人组成，不超过 7 人。` }
    : { outcome: "FULFILLED", text: `支部委员会由 ${people} 人组成，分工齐全。` };
}

/**
 * Whether the branch has a branch committee on a day: 7 or more full members, and somebody beside the secretary and the
 * deputy in a post. Without one there are no committee meetings.
 */
export function hasCommitteeOn(file: Pick<BranchFile, "memberships" | "officers">, day: Day): boolean {
  const members = new Set(["ORGANIZATION", "PUBLICITY", "DISCIPLINE"]);
  return (
    fullCountOn(file.memberships, day) >= committeeSize &&
    file.officers.some((officer) => members.has(officer.post) && holdsOn(day, officer))
  );
}

export const branchCommitteeRule: Rule = {
  id: "branchCommittee",
  title: "支部委员会",
  article:
    "有正式党员 7 人以上的党支部，应当设立支部委员会，由 3 至 5 人组成，一般不超过 7 人，设书记和组织、宣传、纪检等委员；正式党员不足 7 人的，设 1 名书记，必要时可以设 1 名副书记。",
  source: `${branchRegulation}第六章`,
  about: "BRANCH",
  concerns: "所有党支部",
  validFrom: branchRegulationFrom,
  validTo: null,
  check: ({ memberships, officers }, day) => [
    judgeCommittee(
      fullCountOn(memberships, day),
      officers.filter((officer) => holdsOn(day, officer)),
    ),
  ],
};
