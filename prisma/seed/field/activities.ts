import { addDays, type Day, quarterOf, toDate, writeQuarter } from "@/lib/calendar";
import { instantOn, secretaryOf, staffOf } from "@/prisma/seed/actors";
import type { Branches, SampleBranch } from "@/prisma/seed/branches/records";
import { earlierOf, laterOf, workday } from "@/prisma/seed/chance/quarters";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { Committees } from "@/prisma/seed/committees";
import { type ActivityIdea, activityIdeas } from "@/prisma/seed/field/activity-ideas";
import { caresOf } from "@/prisma/seed/field/instructors";
import type { SamplePlan } from "@/prisma/seed/plans/draft";
import type { World } from "@/prisma/seed/world";

type Place = { committeeId: string; branches: Branches; plans: SamplePlan[]; ids: Map<string, string> };
type Held = { id: string; idea: ActivityIdea; startsOn: Day; endsOn: Day; plannedOn: Day; isHeld: boolean };

/** What was done together: activities of the district's committee with who was asked, who came and what it brought. */
export function seedActivities(world: World, { yubei }: Committees, branches: Branches, plans: SamplePlan[]): void {
  const random = randomOf("activities");
  const ids = new Map(activityIdeas.map(({ key }) => [key, random.id()]));
  const place = { committeeId: yubei, branches, plans: plans.filter((plan) => plan.committeeId === yubei), ids };
  for (const idea of activityIdeas) seedActivity(world, random, place, idea);
}

function seedActivity(world: World, random: Random, place: Place, idea: ActivityIdea): void {
  const { rows, clock } = world;
  const startsOn = workday(beginningOf(world, idea));
  const endsOn = addDays(startsOn, idea.lasts ?? 0);
  // What was over before the portal began was written down then.
  const plannedOn = earlierOf(laterOf(addDays(startsOn, -random.between(14, 20)), clock.at(8, 0.9)), clock.day);
  const isHeld = !("inDays" in idea.when) && endsOn <= clock.day;
  const organizer = idea.branch ? (place.branches.get(idea.branch)?.id ?? null) : null;
  const by = organizer ? secretaryOf(world, organizer, plannedOn) : staffOf(world, place.committeeId);
  const held = { id: place.ids.get(idea.key) ?? "", idea, startsOn, endsOn, plannedOn, isHeld };
  rows.activities.push({
    id: held.id,
    committeeId: place.committeeId,
    branchId: organizer,
    taskId: idea.servesPlan ? taskOf(place.plans, startsOn) : null,
    campaignId: idea.campaign ? (place.ids.get(idea.campaign) ?? null) : null,
    kind: idea.kind,
    status: idea.cancelReason ? "CANCELLED" : isHeld ? "HELD" : "PLANNED",
    title: idea.title,
    detail: idea.detail,
    place: idea.place,
    organizers: idea.organizers,
    startsOn: toDate(startsOn),
    endsOn: toDate(endsOn),
    signUpUntil: toDate(addDays(startsOn, -3)),
    heldNote: isHeld ? (idea.heldNote ?? "") : "",
    cancelReason: idea.cancelReason ?? null,
    createdAt: instantOn(clock, random, plannedOn),
    createdById: by.id,
    createdByName: by.name,
    version: isHeld || idea.cancelReason ? 2 : 1,
  });
  const invited = invitedBranches(place, idea, startsOn);
  for (const branch of invited) if (branch.id !== organizer) seedAnswer(world, random, held, branch);
  seedEnterprises(world, random, place, held);
  if (isHeld) seedFigures(world, random, held, by.name);
}

function beginningOf({ clock }: World, { when }: ActivityIdea): Day {
  if ("on" in when) return when.on;
  return "inDays" in when ? addDays(clock.day, when.inDays) : clock.at(when.ago, when.share);
}

/** The task of that quarter's plan that an activity shows; none when the plan was published later. */
function taskOf(plans: SamplePlan[], day: Day): string | null {
  const plan = plans.find(({ quarter }) => writeQuarter(quarter) === writeQuarter(quarterOf(day)));
  return plan?.tasks.find(({ idea }) => idea.evidence === "ACTIVITY")?.id ?? null;
}

function invitedBranches({ branches, committeeId }: Place, { invited }: ActivityIdea, day: Day): SampleBranch[] {
  return [...branches.values()].filter(
    (branch) =>
      branch.committeeId === committeeId &&
      branch.foundedOn <= day &&
      (branch.dissolvedOn === null || branch.dissolvedOn > day) &&
      (invited === "ALL" || invited.includes(branch.plan.park)),
  );
}

/** Most sign up, most of those come; the branches of the accounts have been to everything, and are asked to what comes. */
function seedAnswer(world: World, random: Random, held: Held, branch: SampleBranch): void {
  const { rows, clock } = world;
  const { id, plannedOn, isHeld, idea } = held;
  const isShown = ["s1", "j1"].includes(branch.plan.key);
  const luck = random.share();
  const signsUp = isHeld ? isShown || luck < 0.8 : !isShown && !idea.cancelReason && luck < 0.4;
  const on = earlierOf(addDays(plannedOn, random.between(1, 6)), clock.day);
  const by = secretaryOf(world, branch.id, on);
  const people = random.between(2, 7);
  rows.activityBranches.push({
    activityId: id,
    branchId: branch.id,
    signedUpAt: signsUp ? instantOn(clock, random, on) : null,
    signedUpByName: signsUp ? by.name : null,
    attendedCount: isHeld && signsUp ? (isShown || luck < 0.74 ? people : 0) : null,
  });
}

/** Some of the enterprises that an instructor looked after on that day, as chance has it; their instructor signs them up. */
function seedEnterprises(world: World, random: Random, { committeeId }: Place, held: Held): void {
  const { rows, clock } = world;
  const { id, idea, plannedOn, isHeld } = held;
  const ownInstructors = new Set(
    rows.instructors.filter((row) => row.committeeId === committeeId).map((row) => row.id),
  );
  const cared = caresOf(world).flatMap(({ enterpriseId, instructorId, validFrom, validTo }) => {
    const isCared = validFrom <= plannedOn && (validTo === null || validTo > plannedOn);
    return enterpriseId && isCared && ownInstructors.has(instructorId) ? [enterpriseId] : [];
  });
  const drawn = [...new Set(cared)].map((enterpriseId) => ({ enterpriseId, luck: random.share() }));
  const asked = drawn.toSorted((one, other) => one.luck - other.luck).slice(0, idea.enterprises ?? 0);
  for (const { enterpriseId } of asked) {
    const signsUp = isHeld && random.isLucky(0.8);
    const contact = rows.enterprises.find((row) => row.id === enterpriseId)?.contactName ?? null;
    rows.activityEnterprises.push({
      activityId: id,
      enterpriseId,
      signedUpAt: signsUp ? instantOn(clock, random, earlierOf(addDays(plannedOn, 3), clock.day)) : null,
      signedUpByName: signsUp ? contact : null,
      attendedCount: signsUp ? random.between(1, 4) : null,
    });
  }
}

function seedFigures({ rows, clock }: World, random: Random, held: Held, createdByName: string): void {
  for (const [measure, amount, unit, source, note] of held.idea.figures ?? []) {
    rows.activityFigures.push({
      id: random.id(),
      activityId: held.id,
      measure,
      amount,
      unit,
      periodFrom: toDate(held.startsOn),
      periodTo: toDate(held.endsOn),
      source,
      note: note ?? "",
      createdAt: instantOn(clock, random, earlierOf(laterOf(addDays(held.endsOn, 2), held.plannedOn), clock.day)),
      createdByName,
    });
  }
}
