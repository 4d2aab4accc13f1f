import { type Day, toDate } from "@/lib/calendar";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";
import { sealedNumbers, typedInOn } from "@/prisma/seed/chance/people";
import { laterOf } from "@/prisma/seed/chance/quarters";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { People } from "@/prisma/seed/members/drafts";
import type { SampleMember } from "@/prisma/seed/members/person";
import { education, ethnicity } from "@/prisma/seed/members/posts";
import type { World } from "@/prisma/seed/world";

/** The rows of every member: the person, where the membership lay and who the employer was from when to when. */
export function seedMembers(world: World, { all, ofBranch }: People): void {
  const random = randomOf("member facts");
  for (const member of all) seedMember(world, random, member);
  for (const members of ofBranch.values()) seedDuties(world, random, members);
}

function seedMember({ rows, clock }: World, random: Random, member: SampleMember): void {
  const typedIn = typedInOn(firstDayOf(member) ?? clock.day);
  rows.members.push({
    id: member.id,
    committeeId: member.committeeId,
    name: member.name,
    nameSort: pinyinSortKey(member.name, true),
    searchKeys: searchKeysOf(member.name, true),
    gender: member.gender,
    ethnicity: ethnicity(random),
    birthOn: toDate(member.birthOn),
    ...sealedNumbers(member.idNumber, member.phone),
    education: education(random),
    stage: member.stage,
    joinedOn: member.joinedOn && toDate(member.joinedOn),
    becameFullOn: member.becameFullOn && toDate(member.becameFullOn),
    isMobile: member.isMobile,
    leftOn: member.leftOn && toDate(member.leftOn),
    leaveReason: member.leaveReason,
    createdAt: typedIn,
    updatedAt: typedIn,
  });
  rows.memberships.push(
    ...member.belongings.map(({ branch, from, to }) => ({
      id: random.id(),
      memberId: member.id,
      branchId: branch.id,
      ...lasting(from, to),
    })),
  );
  rows.employments.push(
    ...member.jobs.map(({ enterprise, from, to, post, isManagement }) => ({
      id: random.id(),
      memberId: member.id,
      enterpriseId: enterprise.id,
      post,
      isManagement,
      ...lasting(from, to),
    })),
  );
}

/** The first day a member is known in the committee. */
function firstDayOf({ belongings, jobs }: SampleMember): Day | undefined {
  return [...belongings, ...jobs].map(({ from }) => from).sort()[0];
}

function lasting(from: Day, to: Day | null) {
  return { validFrom: toDate(from), validTo: to && toDate(to) };
}

const duties = ["党员先锋岗", "党员审核员", "红色网评员", "党员先锋岗"];

/** Duties held beside the job; recorded, and nothing more is built on them. */
function seedDuties({ rows, clock }: World, random: Random, members: SampleMember[]): void {
  members
    .filter(({ stage, leftOn }, index) => stage === "FULL" && leftOn === null && index % 3 === 2)
    .forEach(({ id, belongings }, index) => {
      const earliest = belongings.at(-1)?.from ?? clock.day;
      const from = laterOf(earliest, clock.at(random.between(0, 6), random.share()));
      const endedOn = index % 5 === 4 && from < clock.at(0, 0) ? clock.at(0, 0.2) : null;
      rows.duties.push({
        id: random.id(),
        memberId: id,
        duty: duties[index % duties.length] ?? "党员先锋岗",
        ...lasting(from, endedOn),
      });
    });
}
