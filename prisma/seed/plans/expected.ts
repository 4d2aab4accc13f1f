import { addDays, type Day } from "@/lib/calendar";
import { dayOf, instantOn, secretaryOf } from "@/prisma/seed/actors";
import type { Branches, SampleBranch } from "@/prisma/seed/branches/records";
import type { Random } from "@/prisma/seed/chance/random";
import type { SamplePlan } from "@/prisma/seed/plans/draft";
import type { World } from "@/prisma/seed/world";

/** These have not opened the present plan yet. */
const slow = ["j6", "s13"];

const reasons = [
  "企业以软件外包为主，没有相应岗位。",
  "支部党员多在外地项目，本季度不具备条件。",
  "所在企业已由集团统一开展，不再重复。",
];

/** The committee's branches alive on the day of publication under the names of that day, and their take-over. */
export function seedExpected(world: World, random: Random, branches: Branches, plan: SamplePlan): SampleBranch[] {
  const { committeeId, publishedOn } = plan;
  const alive = [...branches.values()].filter(
    (branch) =>
      branch.committeeId === committeeId &&
      branch.foundedOn <= publishedOn &&
      (branch.dissolvedOn === null || branch.dissolvedOn > publishedOn),
  );
  for (const branch of alive) {
    const on = takeOverDay(world, random, branch, plan);
    const by = secretaryOf(world, branch.id, on ?? publishedOn);
    world.rows.planBranches.push({
      planId: plan.id,
      branchId: branch.id,
      branchName: nameOn(world, branch, publishedOn),
      takenOverAt: on && instantOn(world.clock, random, on),
      takenOverById: on && by.id,
      takenOverByName: on && by.name,
    });
    if (on) seedWaivers(world, random, branch, plan, on);
  }
  return alive;
}

function takeOverDay({ clock }: World, random: Random, { plan }: SampleBranch, { ago, publishedOn }: SamplePlan) {
  const on = addDays(publishedOn, random.between(1, 5));
  return on > clock.day || (ago === 0 && slow.includes(plan.key)) ? null : on;
}

function nameOn({ rows }: World, branch: SampleBranch, day: Day): string {
  const former = rows.branchNames.find((row) => row.branchId === branch.id && dayOf(row.validTo) > day);
  return former?.name ?? branch.name;
}

/** Every sixth branch, more or less, says that what is not mandatory does not apply to it; never those of the accounts. */
function seedWaivers(world: World, random: Random, branch: SampleBranch, { tasks }: SamplePlan, on: Day): void {
  for (const { id } of tasks.filter(({ idea }) => !idea.isMandatory)) {
    if (!random.isLucky(0.16) || ["s1", "j1", "e1"].includes(branch.plan.key)) continue;
    const by = secretaryOf(world, branch.id, on);
    const at = instantOn(world.clock, random, on);
    const who = { byId: by.id, byName: by.name };
    world.rows.waivers.push({ taskId: id, branchId: branch.id, reason: random.pick(reasons), at, ...who });
  }
}
