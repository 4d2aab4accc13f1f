import { type Day, today } from "@/lib/calendar";
import { transact } from "@/lib/db/transaction";
import { OperatorError } from "@/lib/errors";
import { seedAccounts } from "@/prisma/seed/accounts";
import { seedOfficers } from "@/prisma/seed/branches/officers";
import { seedBranches } from "@/prisma/seed/branches/records";
import { seedBulletins } from "@/prisma/seed/bulletins";
import { seedCommittees } from "@/prisma/seed/committees";
import { draftEnterprises } from "@/prisma/seed/enterprises/drafts";
import { seedEnterprises } from "@/prisma/seed/enterprises/records";
import { seedActivities } from "@/prisma/seed/field/activities";
import { seedRequests } from "@/prisma/seed/field/requests";
import { seedShifts } from "@/prisma/seed/field/shifts";
import { seedSuggestions } from "@/prisma/seed/field/suggestions";
import { seedVisits } from "@/prisma/seed/field/visits";
import { seedInstructors } from "@/prisma/seed/instructors";
import { draftMembers } from "@/prisma/seed/members/drafts";
import { seedMembers } from "@/prisma/seed/members/records";
import { seedNotifications } from "@/prisma/seed/notifications";
import { seedOrgLife } from "@/prisma/seed/org-life/records";
import { seedParks } from "@/prisma/seed/parks";
import { seedPlans } from "@/prisma/seed/plans/records";
import { seedServicePoints } from "@/prisma/seed/service-points";
import { seedSummaries } from "@/prisma/seed/summaries/records";
import { seedTrail } from "@/prisma/seed/trail";
import { newWorld, type Rows, type World } from "@/prisma/seed/world";
import { writeRows } from "@/prisma/seed/write";

/**
 * Loads a made-up city with two districts: eight quarters of history that end in the quarter of `day`. The same day
 * gives the same samples, apart from what encryption and password hashes draw by chance. All of it is written, or
 * nothing, the bulletins after the rest; a database that has a committee is refused.
 */
export async function seedSamples(day: Day = today()): Promise<void> {
  const rows = await sampleRows(day);
  await transact(async (tx) => {
    if ((await tx.committee.count()) > 0) {
      throw new OperatorError("数据库里已有党委，不再装入示例数据。示例数据只装入空的数据库。");
    }
    await writeRows(tx, rows);
  }, 60_000);
  await seedBulletins(rows);
}

/** Every row of the samples of that day. */
export async function sampleRows(day: Day): Promise<Rows> {
  const world: World = newWorld(day);
  const committees = seedCommittees(world);
  const parks = seedParks(world, committees);
  const drafts = draftEnterprises(world, parks);
  seedEnterprises(world, drafts);
  const branches = seedBranches(world, parks, drafts);
  const people = draftMembers(world, branches, drafts);
  seedMembers(world, people);
  seedOfficers(world, branches, people);
  const servicePoints = seedServicePoints(world, parks);
  const instructors = seedInstructors(world, committees, parks, { drafts, branches, servicePoints });
  await seedAccounts(world, committees, { branches, people, instructors });
  const plans = seedPlans(world, committees, branches);
  seedOrgLife(world, branches, plans);
  seedSummaries(world, plans);
  seedShifts(world);
  seedVisits(world);
  seedRequests(world, branches);
  seedActivities(world, committees, branches, plans);
  seedSuggestions(world, committees);
  seedNotifications(world, plans);
  seedTrail(world, { drafts, branches, people, plans });
  return world.rows;
}
