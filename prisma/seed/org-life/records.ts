import { addDays, type Day, toDate } from "@/lib/calendar";
import { dayOf, instantOn, secretaryOf } from "@/prisma/seed/actors";
import type { Branches, SampleBranch } from "@/prisma/seed/branches/records";
import { earlierOf } from "@/prisma/seed/chance/quarters";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import { habitOf, type Meeting, meetingsOf } from "@/prisma/seed/org-life/meetings";
import { type Attendee, type Roster, rosterOf } from "@/prisma/seed/org-life/roster";
import { contentOf, decision, leaveReason, plainTopic } from "@/prisma/seed/org-life/words";
import type { SamplePlan, SampleTask } from "@/prisma/seed/plans/draft";
import type { World } from "@/prisma/seed/world";

/** A branch committee meets from this many full members on (支部工作条例（试行）第六章). */
const committeeFrom = 7;

/** What every branch held and recorded in the quarters of the plans, until the samples' day. */
export function seedOrgLife(world: World, branches: Branches, plans: SamplePlan[]): void {
  const random = randomOf("organization life");
  const roster = rosterOf(world);
  for (const branch of branches.values()) {
    const groups = world.rows.groups.filter(({ branchId }) => branchId === branch.id).map(({ id }) => id);
    for (const plan of plans.filter(({ committeeId }) => committeeId === branch.committeeId)) {
      const meetings = meetingsOf(random, branch, plan.quarter, { groupCount: groups.length });
      for (const meeting of meetings.filter(({ on }) => isAlive(world, branch, on))) {
        if (random.isLucky(habitOf(branch))) seedRecord(world, random, roster, { branch, groups, plan, meeting });
      }
    }
  }
}

function isAlive({ clock }: World, { foundedOn, dissolvedOn }: SampleBranch, day: Day): boolean {
  return foundedOn <= day && day <= clock.day && (dissolvedOn === null || day < dissolvedOn);
}

type Held = { branch: SampleBranch; groups: (string | undefined)[]; plan: SamplePlan; meeting: Meeting };

function seedRecord(world: World, random: Random, roster: Roster, held: Held): void {
  const { rows, clock } = world;
  const { branch, groups, meeting } = held;
  const { circle, kinds, on } = meeting;
  const everybody = roster(branch.id, on);
  if (circle === "COMMITTEE" && everybody.filter(({ isEntitled }) => isEntitled).length < committeeFrom) return;
  const asked = circleOf(world, everybody, held);
  const [kind] = kinds;
  if (asked.length < 2 || !kind) return;
  const tasks = tasksServed(held);
  const secretary = secretaryOf(world, branch.id, on);
  const typedOn = addDays(on, random.between(0, 2));
  const createdAt = instantOn(clock, random, earlierOf(typedOn, clock.day));
  const id = random.id();
  const idea = tasks[0]?.idea ?? held.plan.tasks.find((task) => serves(task, meeting))?.idea;
  rows.records.push({
    id,
    branchId: branch.id,
    kinds,
    groupId: typeof circle === "number" ? (groups[circle] ?? null) : null,
    heldOn: toDate(on),
    place: rows.branches.find((row) => row.id === branch.id)?.meetingPlace ?? null,
    topic: idea ? random.pick(idea.words) : plainTopic(random, kind),
    host: secretary.name,
    recorder: random.pick(asked).name,
    content: contentOf(random, kind),
    createdAt,
    createdById: secretary.id,
    createdByName: secretary.name,
    updatedAt: createdAt,
  });
  rows.recordTasks.push(...tasks.map((task) => ({ recordId: id, taskId: task.id })));
  const present = seedAttendance(world, random, id, asked, habitOf(branch));
  if (kind === "GENERAL_MEETING") seedVote(world, random, id, asked, present);
  if (kind === "COMMITTEE_MEETING") {
    rows.resolutions.push({ id: random.id(), recordId: id, position: 1, text: decision(random) });
  }
}

/** A branch that was expected to report links its meetings with the tasks they serve. */
function tasksServed({ branch, plan, meeting }: Held): SampleTask[] {
  return plan.expected.includes(branch) ? plan.tasks.filter((task) => serves(task, meeting)) : [];
}

function serves({ idea }: SampleTask, { occasions }: Meeting): boolean {
  return idea.occasion !== null && occasions.includes(idea.occasion);
}

function circleOf({ rows }: World, everybody: Attendee[], { branch, groups, meeting }: Held): Attendee[] {
  const { circle, on } = meeting;
  if (circle === "ALL") return everybody;
  if (circle !== "COMMITTEE") return everybody.filter((_, index) => index % groups.length === circle);
  const officers = rows.officers.filter(
    (row) => row.branchId === branch.id && dayOf(row.validFrom) <= on && (!row.validTo || dayOf(row.validTo) > on),
  );
  return everybody.filter(({ memberId }) => officers.some((row) => row.memberId === memberId));
}

/** Most were there, some excused, few missing. Returns those who were there. */
function seedAttendance(world: World, random: Random, recordId: string, asked: Attendee[], habit: number): Attendee[] {
  const [excused, missing] = habit > 0.9 ? [0.07, 0.01] : [0.2, 0.12];
  return asked.filter(({ memberId, isEntitled }, index) => {
    const luck = index === 0 ? 1 : random.share();
    const state = luck < missing ? "ABSENT" : luck < missing + excused ? "LEAVE" : "PRESENT";
    const reason = state === "LEAVE" ? leaveReason(random) : null;
    world.rows.attendance.push({ recordId, memberId, state, isEntitled, reason });
    return state === "PRESENT";
  });
}

/** Passed by more than half of those entitled, where more than half of them came; otherwise no vote was taken. */
function seedVote({ rows }: World, random: Random, recordId: string, asked: Attendee[], present: Attendee[]): void {
  const entitled = asked.filter(({ isEntitled }) => isEntitled).length;
  const came = present.filter(({ isEntitled }) => isEntitled).length;
  const resolution = { id: random.id(), recordId, position: 1 };
  if (came * 2 <= entitled) {
    rows.resolutions.push({ ...resolution, text: "到会有表决权的党员未过半数，下次会议再议。" });
    return;
  }
  const against = came > 6 && random.isLucky(0.15) ? 1 : 0;
  const votes = { entitledCount: entitled, presentCount: came, forCount: came - against };
  rows.resolutions.push({ ...resolution, text: decision(random), ...votes });
}
