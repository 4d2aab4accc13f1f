import type { DutyAction, RequestAction, Role } from "@/generated/prisma/enums";
import { today } from "@/lib/calendar";
import { dayOf } from "@/prisma/seed/actors";
import type { Act } from "@/prisma/seed/trail";
import type { World } from "@/prisma/seed/world";

type Done = { at?: Date | string | undefined; byId?: string | null | undefined; byName: string };

/** Who did it and when, as the row says; an account acts with the role it has. */
function by({ rows }: World, { at, byId, byName }: Done, otherwise: Role) {
  const moment = new Date(at ?? 0);
  const role = rows.grants.find(({ userId }) => userId === byId)?.role ?? otherwise;
  return { on: today(moment), at: moment, actorId: byId ?? null, actorName: byName, actorRoles: [role] };
}

/** What work in the field left: visits, duty, requests from step to step, activities, words from the box. */
export function fieldActs(world: World): Act[] {
  return [
    ...visitActs(world),
    ...dutyActs(world),
    ...requestActs(world),
    ...activityActs(world),
    ...suggestionActs(world),
  ];
}

/** Where it went, by its name. */
function targetsOf({ rows }: World) {
  const targets = [...rows.enterprises, ...rows.branches];
  return new Map(targets.map(({ id, name, committeeId }) => [id, { subjectName: name, committeeId }]));
}

function visitActs(world: World): Act[] {
  const targets = targetsOf(world);
  return world.rows.visits.map(
    ({ id, enterpriseId, branchId, kind, visitedOn, createdAt, createdById, createdByName }) => ({
      ...by(world, { at: createdAt, byId: createdById, byName: createdByName }, "INSTRUCTOR"),
      ...targets.get(enterpriseId ?? branchId ?? ""),
      subjectType: "Visit",
      subjectId: id,
      action: "visit.record",
      after: { visitedOn: dayOf(visitedOn), kind: kind ?? "VISIT" },
    }),
  );
}

const dutyVerbs: Partial<Record<DutyAction, string>> = {
  SWAP: "swap",
  MOVE: "move",
  CANCEL: "cancel",
  FULFIL: "fulfil",
};

function dutyActs(world: World): Act[] {
  const points = new Map(world.rows.servicePoints.map((point) => [point.id, point]));
  const shifts = new Map(world.rows.shifts.map((shift) => [shift.id, shift]));
  return world.rows.dutySteps.flatMap(({ shiftId, action, reason, ...done }) => {
    const shift = shifts.get(shiftId);
    const point = points.get(shift?.servicePointId);
    const verb = dutyVerbs[action];
    if (!shift || !point || !verb) return [];
    const { servedCount, matters } = shift;
    return {
      ...by(world, done, "INSTRUCTOR"),
      subjectType: "DutyShift",
      subjectId: shiftId,
      subjectName: `${point.name} ${dayOf(shift.dutyOn)}`,
      committeeId: point.committeeId,
      action: `duty.${verb}`,
      reason: reason ?? null,
      ...(action === "FULFIL" ? { after: { servedCount: servedCount ?? 0, matters: matters ?? "" } } : {}),
    };
  });
}

const requestVerbs: Record<RequestAction, string> = {
  RAISE: "raise",
  TAKE: "take",
  TRANSFER: "transfer",
  ANSWER: "answer",
  CLOSE: "close",
  REOPEN: "reopen",
  REASSIGN: "reassign",
};

function requestActs(world: World): Act[] {
  const targets = targetsOf(world);
  const enterprises = new Map(world.rows.requests.map(({ id, enterpriseId }) => [id, enterpriseId]));
  return world.rows.requestSteps.map(({ requestId, action, from, to, at, byId, byName }) => ({
    ...by(world, { at, byId, byName }, action === "RAISE" ? "INSTRUCTOR" : "STAFF"),
    ...targets.get(enterprises.get(requestId) ?? ""),
    subjectType: "EnterpriseRequest",
    subjectId: requestId,
    action: `request.${requestVerbs[action]}`,
    ...(from ? { before: { status: from } } : {}),
    after: { status: to },
  }));
}

function activityActs(world: World): Act[] {
  return world.rows.activities.map(({ id, title, committeeId, createdAt, createdById, createdByName }) => ({
    ...by(world, { at: createdAt, byId: createdById, byName: createdByName }, "SECRETARY"),
    subjectType: "Activity",
    subjectId: id,
    subjectName: title,
    committeeId,
    action: "activity.plan",
    after: { title },
  }));
}

/** That something was written, not what it says. */
function suggestionActs(world: World): Act[] {
  return world.rows.suggestions.flatMap(({ id, kind, committeeId, userId, userName, createdAt, ...answered }) => {
    const subject = { subjectType: "Suggestion", subjectId: id, committeeId: committeeId ?? null };
    const written = { at: createdAt, byId: userId, byName: userName };
    const { answeredAt, answeredById, answeredByName } = answered;
    const answer = { at: answeredAt ?? undefined, byId: answeredById, byName: answeredByName ?? "" };
    return [
      { ...subject, ...by(world, written, "SECRETARY"), action: "suggestion.write", after: { kind } },
      ...(answeredAt ? [{ ...subject, ...by(world, answer, "STAFF"), action: "suggestion.answer" }] : []),
    ];
  });
}
