import type { RequestAction, RequestOrigin, RequestStatus } from "@/generated/prisma/enums";
import { addDays, type Day, daysBetween, holdsOn, toDate, today } from "@/lib/calendar";
import { requestDueOn } from "@/lib/requests/rules";
import { type Doer, dayOf, instantOn, secretaryOf, staffOf } from "@/prisma/seed/actors";
import type { Branches } from "@/prisma/seed/branches/records";
import { earlierOf, workday } from "@/prisma/seed/chance/quarters";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import { enterprisesInCare, hasAccount, instructorDoer } from "@/prisma/seed/field/instructors";
import {
  type Matter,
  type Progress,
  requestLives,
  requestMatters,
  satisfactions,
} from "@/prisma/seed/field/request-words";
import type { World } from "@/prisma/seed/world";

/** Where a request comes from: the enterprise, whose hands brought it, and the day. */
type Source = {
  origin: RequestOrigin;
  enterpriseId: string;
  visitId?: string;
  shiftId?: string;
  branchId?: string;
  instructorId?: string;
  on: Day;
  by: Doer;
};

type Step = { action: RequestAction; to: RequestStatus; on: Day; by: Doer; note?: string; department?: string };

const requestCount = 40;

/** Forty requests in every state and of every age, brought home by visits, duty, secretaries and staff in turn. */
export function seedRequests(world: World, branches: Branches): void {
  const random = randomOf("requests");
  for (let index = 0; index < requestCount; index += 1) {
    const [progress, daysAgo] = requestLives[index % requestLives.length] ?? ["OPEN", 1];
    const matter = requestMatters[index % requestMatters.length];
    const wanted = workday(addDays(world.clock.day, -daysAgo - (index < requestLives.length ? 0 : 3)));
    const source = sourceOf(world, random, branches, index, wanted);
    if (source && matter) seedRequest(world, random, source, matter, progress, index);
  }
}

/** The first twenty come from the people who have an account in the samples. */
function sourceOf(world: World, random: Random, branches: Branches, index: number, on: Day): Source | null {
  const isShown = index < requestLives.length;
  switch (index % 4) {
    case 0:
      return fromVisit(world, on, isShown);
    case 1:
      return fromShift(world, random, on);
    case 2:
      return fromSecretary(world, random, branches, on, isShown);
    default:
      return fromStaff(world, random, on);
  }
}

/** The visit to an enterprise nearest to that day that brought nothing home yet. */
function fromVisit(world: World, on: Day, isShown: boolean): Source | null {
  const taken = new Set(world.rows.requests.map(({ visitId }) => visitId));
  const distance = ({ visitedOn }: { visitedOn: Date | string }) => Math.abs(daysBetween(dayOf(visitedOn), on));
  const [visit] = world.rows.visits
    .filter(({ id, enterpriseId, withdrawnAt, instructorId }) => {
      return enterpriseId && !withdrawnAt && !taken.has(id) && (!isShown || hasAccount(world, instructorId));
    })
    .toSorted((one, other) => distance(one) - distance(other));
  if (!visit?.enterpriseId) return null;
  const { id: visitId, enterpriseId, instructorId } = visit;
  const by = instructorDoer(world, instructorId);
  return { origin: "VISIT", enterpriseId, visitId, instructorId, on: dayOf(visit.visitedOn), by };
}

/** Told in a duty window by an enterprise that the instructor looks after. */
function fromShift(world: World, random: Random, on: Day): Source | null {
  const distance = ({ dutyOn }: { dutyOn: Date | string }) => Math.abs(daysBetween(dayOf(dutyOn), on));
  const done = world.rows.shifts.filter(({ status }) => status === "DONE");
  for (const { id: shiftId, instructorId, dutyOn } of done.toSorted((one, other) => distance(one) - distance(other))) {
    const cared = enterprisesInCare(world, instructorId, dayOf(dutyOn));
    if (cared.length === 0) continue;
    const by = instructorDoer(world, instructorId);
    return { origin: "DUTY", enterpriseId: random.pick(cared), shiftId, instructorId, on: dayOf(dutyOn), by };
  }
  return null;
}

function fromSecretary(world: World, random: Random, branches: Branches, on: Day, isShown: boolean): Source | null {
  const keys = isShown ? ["s1", "j1"] : ["b1", "j2", "s4", "s7", "e1"];
  const branchId = branches.get(random.pick(keys))?.id ?? "";
  const covered = world.rows.coverages.filter((fact) => {
    const days = { validFrom: dayOf(fact.validFrom), validTo: fact.validTo ? dayOf(fact.validTo) : null };
    return fact.branchId === branchId && holdsOn(on, days);
  });
  if (covered.length === 0) return null;
  const { enterpriseId } = random.pick(covered);
  return { origin: "SECRETARY", enterpriseId, branchId, on, by: secretaryOf(world, branchId, on) };
}

/** An enterprise that belongs to the association turned to the committee itself. */
function fromStaff(world: World, random: Random, on: Day): Source | null {
  const members = world.rows.associations.filter(({ validTo }) => !validTo);
  const { enterpriseId } = random.pick(members);
  return { origin: "STAFF", enterpriseId, on, by: staffOf(world, committeeOf(world, enterpriseId)) };
}

function committeeOf({ rows }: World, enterpriseId: string): string {
  return rows.enterprises.find(({ id }) => id === enterpriseId)?.committeeId ?? "";
}

function seedRequest(
  world: World,
  random: Random,
  source: Source,
  matter: Matter,
  progress: Progress,
  index: number,
): void {
  const { rows, clock } = world;
  const staff = staffOf(world, committeeOf(world, source.enterpriseId));
  const steps = stepsOf(world, random, source, matter, progress, staff);
  const times = steps
    .map(({ on }) => instantOn(clock, random, earlierOf(on, clock.day)))
    .toSorted((one, other) => one.getTime() - other.getTime());
  const id = random.id();
  const { on, by, ...from } = source;
  const status = steps.at(-1)?.to ?? "OPEN";
  const dayWhere = (action: RequestAction) => {
    const at = times[steps.findLastIndex((step) => step.action === action)];
    return at ? toDate(today(at)) : null;
  };
  const isAnswered = status === "ANSWERED" || status === "CLOSED";
  const [satisfaction, satisfactionBy, satisfactionNote] = (isAnswered &&
    satisfactions[index % satisfactions.length]) || [null, null, ""];
  const owner = progress === "OPEN" ? null : progress === "ASSIGNED" ? assigneeOf(world, source, staff) : staff;
  rows.requests.push({
    id,
    ...from,
    category: matter.category,
    text: matter.text,
    raisedOn: toDate(on),
    dueOn: toDate(requestDueOn(on)),
    status,
    ownerId: owner?.id ?? null,
    department: steps.findLast(({ department }) => department)?.department ?? null,
    answer: steps.some(({ action }) => action === "ANSWER") ? matter.answer : "",
    answeredOn: isAnswered ? dayWhere("ANSWER") : null,
    closedOn: status === "CLOSED" ? dayWhere("CLOSE") : null,
    satisfaction,
    satisfactionBy,
    satisfactionNote,
    createdAt: times[0] ?? toDate(on),
    createdById: by.id,
    createdByName: by.name,
    version: steps.length + (satisfaction ? 1 : 0),
  });
  steps.forEach(({ action, to, by, note, department }, position) => {
    rows.requestSteps.push({
      id: random.id(),
      requestId: id,
      action,
      from: steps[position - 1]?.to ?? null,
      to,
      at: times[position] ?? toDate(on),
      byId: by.id,
      byName: by.name,
      note: note ?? null,
      department: department ?? null,
    });
  });
}

/** The instructor who brought it home, when that one has an account; else staff keep it. */
function assigneeOf(world: World, { instructorId }: Source, staff: Doer): Doer {
  return instructorId && hasAccount(world, instructorId) ? instructorDoer(world, instructorId) : staff;
}

function stepsOf(
  world: World,
  random: Random,
  source: Source,
  { department, answer }: Matter,
  progress: Progress,
  staff: Doer,
): Step[] {
  let on = source.on;
  const later = (least: number, most: number) => {
    on = addDays(on, random.between(least, most));
    return on;
  };
  const raise: Step = { action: "RAISE", to: "OPEN", on, by: source.by };
  const take = (): Step => ({ action: "TAKE", to: "IN_PROGRESS", on: later(1, 3), by: staff });
  const transfer = (): Step => {
    const note = "已与对方经办人联系，请其答复后反馈。";
    return { action: "TRANSFER", to: "IN_PROGRESS", on: later(1, 4), by: staff, note, department };
  };
  const reply = (): Step => ({ action: "ANSWER", to: "ANSWERED", on: later(4, 12), by: staff, note: answer });
  const close = (): Step => ({ action: "CLOSE", to: "CLOSED", on: later(3, 8), by: staff });
  const reopen = (): Step => {
    return {
      action: "REOPEN",
      to: "IN_PROGRESS",
      on: later(2, 6),
      by: source.by,
      note: "企业反映问题又出现，请继续办理。",
    };
  };
  switch (progress) {
    case "OPEN":
      return [raise];
    case "ASSIGNED": {
      const note = `交${assigneeOf(world, source, staff).name}跟进。`;
      return [raise, { action: "REASSIGN", to: "OPEN", on: later(1, 3), by: staff, note }];
    }
    case "TAKEN":
      return [raise, take()];
    case "TRANSFERRED":
      return [raise, take(), transfer()];
    case "ANSWERED":
      return [raise, take(), reply()];
    case "CLOSED":
      return [raise, take(), reply(), close()];
    case "CLOSED_AFTER_TRANSFER":
      return [raise, take(), transfer(), reply(), close()];
    case "RETURNED":
      return [raise, take(), reply(), reopen()];
  }
}
