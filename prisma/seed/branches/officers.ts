import type { OfficerPost } from "@/generated/prisma/enums";
import { type Day, toDate } from "@/lib/calendar";
import type { Branches, SampleBranch, Term } from "@/prisma/seed/branches/records";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { People } from "@/prisma/seed/members/drafts";
import type { SampleMember } from "@/prisma/seed/members/person";
import type { World } from "@/prisma/seed/world";

/** Who held which post in which term: from seven members a committee, below that a secretary and perhaps a deputy. */
export function seedOfficers(world: World, branches: Branches, people: People): void {
  const random = randomOf("officers");
  for (const branch of branches.values()) {
    const members = people.ofBranch.get(branch.plan.key) ?? [];
    branch.terms.forEach((term, index) => {
      const isPresent = index === branch.terms.length - 1;
      const end = isPresent ? branch.dissolvedOn : (branch.terms[index + 1]?.startsOn ?? null);
      seedTerm(world, random, branch, term, end, isPresent ? presentPosts(members) : earlierPosts(members));
    });
  }
}

type Held = [OfficerPost, SampleMember | undefined][];

function presentPosts(members: SampleMember[]): Held {
  const [first, second, third, fourth, fifth] = members;
  if (members.length < 5) return [["SECRETARY", first]];
  if (members.length < 8) {
    return [
      ["SECRETARY", first],
      ["DEPUTY_SECRETARY", second],
    ];
  }
  const committee: Held = [
    ["SECRETARY", first],
    ["ORGANIZATION", third],
    ["PUBLICITY", fourth],
    ["DISCIPLINE", fifth],
  ];
  return members.length < 12 ? committee : [...committee, ["DEPUTY_SECRETARY", second]];
}

/** Before the last election the second led. */
function earlierPosts([, second, third]: SampleMember[]): Held {
  return [
    ["SECRETARY", second],
    ["ORGANIZATION", third],
  ];
}

function seedTerm(
  { rows }: World,
  random: Random,
  branch: SampleBranch,
  term: Term,
  end: Day | null,
  held: Held,
): void {
  for (const [post, member] of held) {
    if (!member) continue;
    rows.officers.push({
      id: random.id(),
      branchId: branch.id,
      memberId: member.id,
      post,
      validFrom: toDate(term.startsOn),
      validTo: end && toDate(end),
    });
  }
}
