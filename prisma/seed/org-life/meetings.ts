import type { OrgLifeKind } from "@/generated/prisma/enums";
import type { Day, Quarter } from "@/lib/calendar";
import type { SampleBranch } from "@/prisma/seed/branches/records";
import { workday } from "@/prisma/seed/chance/quarters";
import type { Random } from "@/prisma/seed/chance/random";
import { dayInQuarter } from "@/prisma/seed/plans/draft";
import type { Occasion } from "@/prisma/seed/plans/programme";

/** A meeting planned for a branch: it is held if the branch keeps its habits and lives that day. */
export type Meeting = {
  kinds: OrgLifeKind[];
  on: Day;
  occasions: Occasion[];
  /** Who is asked: everybody, the branch committee, or the group of that number. */
  circle: "ALL" | "COMMITTEE" | number;
};

/** Branches that keep no good records, and those of the sample accounts, which keep them all. */
const weak = ["s13", "j6", "b3", "s5"];
const thorough = ["s1", "j1", "e1"];

/** The share of its meetings that a branch holds and records. */
export function habitOf({ plan }: SampleBranch): number {
  if (thorough.includes(plan.key)) return 1;
  return weak.includes(plan.key) ? 0.55 : 0.96;
}

/** What the rules and the plan ask of a branch in a quarter, on working days that differ from branch to branch. */
export function meetingsOf(
  random: Random,
  branch: SampleBranch,
  quarter: Quarter,
  size: { groupCount: number },
): Meeting[] {
  const shift = thorough.includes(branch.plan.key) ? 0 : random.between(0, 4);
  const on = (month: number, day: number) => workday(dayInQuarter(quarter, month, day + shift));
  // Every other branch gives the lecture on the first theme day: one record for two duties.
  const isTogether = branch.plan.units.length > 2;
  const meetings: Meeting[] = [
    {
      kinds: isTogether ? ["PARTY_LECTURE", "THEME_DAY"] : ["THEME_DAY"],
      on: on(0, 12),
      ...of("FIRST_THEME", isTogether),
    },
    { kinds: ["THEME_DAY"], on: on(1, 10), ...of("SECOND_THEME") },
    { kinds: ["THEME_DAY"], on: on(2, 10), ...of("THIRD_THEME") },
    { kinds: ["GENERAL_MEETING"], on: on(1, 16), ...of("GENERAL") },
  ];
  if (!isTogether) meetings.push({ kinds: ["PARTY_LECTURE"], on: on(0, 22), ...of("LECTURE") });
  if (quarter.quarter === 1) {
    meetings.push({ kinds: ["ORG_LIFE_MEETING", "DEMOCRATIC_APPRAISAL"], on: on(1, 22), ...of("APPRAISAL") });
  }
  for (const month of [0, 1, 2]) {
    meetings.push({ kinds: ["COMMITTEE_MEETING"], on: on(month, 8), occasions: [], circle: "COMMITTEE" });
    for (let group = 0; group < size.groupCount; group += 1) {
      meetings.push({ kinds: ["GROUP_MEETING"], on: on(month, 23), occasions: [], circle: group });
    }
  }
  return meetings;
}

function of(occasion: Occasion, withLecture = false): { occasions: Occasion[]; circle: "ALL" } {
  return { occasions: withLecture ? ["LECTURE", occasion] : [occasion], circle: "ALL" };
}
