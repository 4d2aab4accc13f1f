import { beforeAll, describe, expect, test } from "vitest";
import { type Day, holdsOn, quarterDays, quarterOf, toDay, today } from "@/lib/calendar";
import { dutyDays, shiftStanding } from "@/lib/duty/rules";
import { readSources } from "@/lib/enterprises/rules/sources";
import { isRequestActionPossible, requestStep } from "@/lib/requests/workflow";
import { visitDue } from "@/lib/visits/rules/rhythm";
import { sampleRows } from "@/prisma/seed/seed";
import type { Rows } from "@/prisma/seed/world";

process.env.DATA_KEY ||= Buffer.alloc(32, 7).toString("base64");

const days = ["2026-11-23", "2026-01-01", "2026-03-31", "2026-04-01", "2026-10-12", "2026-12-31", "2028-02-29"];

type Value = Date | string | null | undefined;
const dayOf = (value: Value): Day => toDay(new Date(value ?? 0));
const heldFrom = ({ validFrom, validTo }: { validFrom: Value; validTo?: Value }) => {
  return { validFrom: dayOf(validFrom), validTo: validTo ? dayOf(validTo) : null };
};

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error("a row points at nothing");
  return row;
}

describe.each(days)("work in the field as of %s", (at) => {
  let rows: Rows;
  beforeAll(async () => {
    rows = await sampleRows(at);
  });

  test("every visit was made by an instructor who looked after that enterprise or branch on that day", () => {
    const strangers = rows.visits.filter(({ instructorId, enterpriseId, branchId, visitedOn }) => {
      return !rows.assignments.some(
        (fact) =>
          fact.instructorId === instructorId &&
          ((enterpriseId && fact.enterpriseId === enterpriseId) || (branchId && fact.branchId === branchId)) &&
          holdsOn(dayOf(visitedOn), heldFrom(fact)),
      );
    });
    expect([rows.visits.length > 200, strangers]).toEqual([true, []]);
  });

  test("duty falls on the days of the point, unless it was moved, and on whoever was assigned, unless it was swapped", () => {
    const points = new Map(rows.servicePoints.map((point) => [point.id, point]));
    const changed = (shiftId: string, action: string) =>
      rows.dutySteps.some((step) => step.shiftId === shiftId && step.action === action);
    for (const { id, servicePointId, instructorId, dutyOn } of rows.shifts) {
      const point = found(points.get(servicePointId));
      const on = dayOf(dutyOn);
      const rhythm = point.dutyRhythm ?? "WEEKLY";
      const place = { rhythm, weekday: point.dutyWeekday ?? 3, openedOn: dayOf(point.openedOn), closedOn: null };
      const isDutyDay = dutyDays(place, quarterOf(on), []).includes(on);
      expect(isDutyDay || changed(id, "MOVE")).toBe(true);
      const isAssigned = rows.assignments.some(
        (fact) =>
          fact.servicePointId === servicePointId && fact.instructorId === instructorId && holdsOn(on, heldFrom(fact)),
      );
      expect(isAssigned || changed(id, "SWAP")).toBe(true);
    }
    const places = rows.shifts.map((shift) => `${shift.servicePointId} ${dayOf(shift.dutyOn)} ${shift.instructorId}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test("a shift is done with its log, cancelled with a reason, or waits; the account has a log to write", () => {
    const steps = Map.groupBy(rows.dutySteps, ({ shiftId }) => shiftId);
    for (const { id, status, doneAt, servedCount, matters, dutyOn, version } of rows.shifts) {
      const taken = found(steps.get(id));
      const last = found(taken.at(-1));
      expect(version).toBe(taken.length);
      expect(status === "DONE").toBe(last.action === "FULFIL");
      expect(status === "CANCELLED").toBe(last.action === "CANCEL");
      expect(Boolean(doneAt && servedCount && matters)).toBe(status === "DONE");
      if (status === "DONE") expect(today(new Date(doneAt ?? 0)) >= dayOf(dutyOn)).toBe(true);
      for (const step of taken.slice(1)) if (step.action !== "FULFIL") expect(step.reason).toBeTruthy();
    }
    const own = new Set(rows.instructors.flatMap(({ id, userId }) => (userId ? [id] : [])));
    const standings = rows.shifts
      .filter(({ instructorId }) => own.has(instructorId))
      .map(({ status, dutyOn }) => shiftStanding({ status: status ?? "PLANNED", dutyOn: dayOf(dutyOn) }, at));
    expect(standings).toEqual(expect.arrayContaining(["MISSED", "DONE"]));
  });

  test("every request stands where its steps led, each of which the workflow knows", () => {
    const steps = Map.groupBy(rows.requestSteps, ({ requestId }) => requestId);
    for (const { id, status, version, satisfaction, answer, answeredOn, closedOn, raisedOn } of rows.requests) {
      const [raised, ...taken] = found(steps.get(id));
      expect(raised).toMatchObject({ action: "RAISE", to: "OPEN", from: null });
      let reached = raised?.to ?? "OPEN";
      for (const { action, from, to } of taken) {
        expect(from).toBe(reached);
        expect(isRequestActionPossible(reached, action)).toBe(true);
        expect(requestStep(reached, action, ["STAFF", "OWNER", "RAISER"])).toBe(to);
        reached = to;
      }
      expect(status).toBe(reached);
      expect(version).toBe(taken.length + 1 + (satisfaction ? 1 : 0));
      expect(Boolean(closedOn)).toBe(reached === "CLOSED");
      expect(Boolean(answeredOn)).toBe(reached === "ANSWERED" || reached === "CLOSED");
      if (answeredOn) expect(answer).not.toBe("");
      expect(raised?.at && today(new Date(raised.at)) >= dayOf(raisedOn)).toBe(true);
      const times = [raised, ...taken].map((step) => new Date(step?.at ?? 0).getTime());
      expect(times.toSorted((one, other) => one - other)).toEqual(times);
    }
    expect(new Set(rows.requests.map(({ status }) => status))).toEqual(
      new Set(["OPEN", "IN_PROGRESS", "ANSWERED", "CLOSED"]),
    );
    expect(rows.requests.length).toBeGreaterThanOrEqual(35);
  });

  test("a request was raised in a visit or a duty window of that enterprise's instructor, or by a branch that covers it", () => {
    const visits = new Map(rows.visits.map((visit) => [visit.id, visit]));
    const shifts = new Map(rows.shifts.map((shift) => [shift.id, shift]));
    for (const { origin, enterpriseId, visitId, shiftId, branchId, instructorId, raisedOn } of rows.requests) {
      const on = dayOf(raisedOn);
      if (origin === "VISIT") {
        expect(found(visits.get(visitId ?? ""))).toMatchObject({ enterpriseId, instructorId, visitedOn: raisedOn });
      }
      if (origin === "DUTY") {
        expect(found(shifts.get(shiftId ?? ""))).toMatchObject({ instructorId, dutyOn: raisedOn, status: "DONE" });
      }
      if (origin === "SECRETARY") {
        const covers = rows.coverages.some(
          (fact) => fact.branchId === branchId && fact.enterpriseId === enterpriseId && holdsOn(on, heldFrom(fact)),
        );
        expect(covers).toBe(true);
      }
    }
  });

  test("what a visit confirmed is what the register says, with the visit among its sources", () => {
    const enterprises = new Map(rows.enterprises.map((row) => [row.id, row]));
    for (const { enterpriseId, confirmed, visitedOn } of rows.visits) {
      const said = confirmed as { employeeCount: number | null; contactName: string | null };
      if (!enterpriseId || said.contactName === null) continue;
      const { employeeCount, contactName, sources } = found(enterprises.get(enterpriseId));
      expect(said).toMatchObject({ employeeCount: employeeCount ?? null, contactName });
      const words = readSources(sources).contactName ?? [];
      const own = words.find(({ source }) => source === "VISIT");
      expect(own && own.on >= dayOf(visitedOn) && own.value === contactName).toBe(true);
    }
  });

  test("an activity serves the plan of its quarter, and only a branch that lived then was asked to it", () => {
    const branches = new Map(rows.branches.map((branch) => [branch.id, branch]));
    const tasks = new Map(rows.planTasks.map((task) => [task.id, task]));
    const plans = new Map(rows.plans.map((plan) => [plan.id, plan]));
    for (const { id, taskId, startsOn, endsOn, status, cancelReason } of rows.activities) {
      const on = dayOf(startsOn);
      expect(status === "CANCELLED").toBe(Boolean(cancelReason));
      if (status === "HELD") expect(dayOf(endsOn) <= at).toBe(true);
      if (taskId) {
        const task = found(tasks.get(taskId));
        expect(task.evidence).toBe("ACTIVITY");
        expect(found(plans.get(task.planId))).toMatchObject(quarterOf(on));
      }
      for (const { branchId, attendedCount } of rows.activityBranches.filter((row) => row.activityId === id)) {
        const { foundedOn, dissolvedOn } = found(branches.get(branchId));
        expect(dayOf(foundedOn) <= on && (!dissolvedOn || dayOf(dissolvedOn) > on)).toBe(true);
        if (attendedCount) expect(on <= at).toBe(true);
      }
    }
  });

  test("nothing is dated after that day but planned duty, the next visit and what is to come", () => {
    const past: Value[] = [
      ...rows.visits.flatMap((row) => [row.visitedOn, row.createdAt, row.confirmedAt, row.withdrawnAt]),
      ...rows.shifts.filter(({ status }) => status === "DONE").flatMap((row) => [row.dutyOn, row.doneAt]),
      ...rows.dutySteps.map((row) => row.at),
      ...rows.requests.flatMap((row) => [row.raisedOn, row.createdAt, row.answeredOn, row.closedOn]),
      ...rows.requestSteps.map((row) => row.at),
      ...rows.activities.map((row) => row.createdAt),
      ...rows.activities.filter(({ status }) => status === "HELD").map((row) => row.endsOn),
      ...rows.activityBranches.map((row) => row.signedUpAt),
      ...rows.activityEnterprises.map((row) => row.signedUpAt),
      ...rows.activityFigures.flatMap((row) => [row.periodTo, row.createdAt]),
      ...rows.suggestions.flatMap((row) => [row.createdAt, row.answeredAt]),
    ];
    expect(past.filter((value) => value && today(new Date(value)) > at)).toEqual([]);
    for (const { nextVisitOn, visitedOn } of rows.visits) {
      if (nextVisitOn) expect(dayOf(nextVisitOn) > dayOf(visitedOn)).toBe(true);
    }
    const { to } = quarterDays(quarterOf(at));
    expect(rows.shifts.filter(({ dutyOn }) => dayOf(dutyOn) > to)).toEqual([]);
  });
});

test("the samples show the instructor's account work: visits owed this month and since an earlier one, requests open", async () => {
  const at = "2026-11-23";
  const rows = await sampleRows(at);
  const own = found(rows.instructors.find(({ userId }) => userId));
  const cared = rows.assignments.filter(
    (fact) => fact.instructorId === own.id && !fact.servicePointId && holdsOn(at, heldFrom(fact)),
  );
  const dues = cared.map((fact) => {
    const visits = rows.visits.filter(
      (row) =>
        !row.withdrawnAt && (fact.branchId ? row.branchId === fact.branchId : row.enterpriseId === fact.enterpriseId),
    );
    const last = visits.toSorted((one, other) => (one.visitedOn < other.visitedOn ? -1 : 1)).at(-1);
    const lastVisitOn = last ? dayOf(last.visitedOn) : null;
    const plannedOn = last?.nextVisitOn ? dayOf(last.nextVisitOn) : null;
    return visitDue(1, { assignedFrom: dayOf(fact.validFrom), lastVisitOn, plannedOn }, at).due;
  });
  const count = (due: string) => dues.filter((one) => one === due).length;
  expect(count("DUE")).toBeGreaterThanOrEqual(3);
  expect(count("OVERDUE")).toBeGreaterThanOrEqual(2);
  expect(count("DONE")).toBeGreaterThanOrEqual(3);
  const open = rows.requests.filter(({ status }) => status === "OPEN" || status === "IN_PROGRESS");
  expect(open.some(({ instructorId }) => instructorId === own.id)).toBe(true);
  const secretaries = new Set(rows.grants.flatMap(({ branchId }) => branchId ?? []));
  expect(open.some(({ branchId }) => branchId && secretaries.has(branchId))).toBe(true);
  const coming = rows.activities.filter((row) => row.status === "PLANNED" && dayOf(row.signUpUntil) > at);
  const asked = rows.activityBranches.filter((row) => coming.some(({ id }) => id === row.activityId));
  expect(asked.filter(({ branchId }) => secretaries.has(branchId)).map(({ signedUpAt }) => signedUpAt)).toEqual([
    null,
    null,
  ]);
});
