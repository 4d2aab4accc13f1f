import { addDays, addMonths, type Day, today } from "@/lib/calendar";
import { weekdayOf } from "@/lib/duty/rules";
import type { Put } from "@/scripts/bench/generate/district";
import type { Random } from "@/scripts/bench/generate/random";
import { spelled } from "@/scripts/bench/generate/words";

/** How much is recorded in the field: months between two visits, and requests for each enterprise, over eight quarters. */
export type FieldHabit = { visitEvery: number; requestShare: number };

export type Field = {
  committeeId: string;
  parkIds: string[];
  branchIds: string[];
  enterpriseIds: string[];
  /** Enterprise → the instructor who looks after it. */
  cared: Map<string, string>;
  instructorIds: string[];
  habit: FieldHabit;
};

const monthsKept = 24;

/** Eight quarters of visits, requests, weekly duty at every park and a dozen activities a year. */
export function putField(put: Put, random: Random, field: Field): void {
  const from = addMonths(today(), -monthsKept);
  putVisits(put, random, field, from);
  putRequests(put, random, field);
  putDuty(put, random, field, from);
  putActivities(put, random, field, from);
}

/** Every assigned enterprise, the last visit within the month or, of one in ten, longer ago. */
function putVisits(put: Put, random: Random, { cared, habit }: Field, from: Day): void {
  for (const [enterpriseId, instructorId] of cared) {
    const last = addDays(today(), -random.below(random.chance(0.1) ? 80 : 28));
    for (let visitedOn = last; visitedOn > from; visitedOn = addMonths(visitedOn, -habit.visitEvery)) {
      put("Visit", {
        id: random.uuid(),
        instructorId,
        enterpriseId,
        branchId: null,
        kind: random.pick(["VISIT", "VISIT", "VISIT", "RESEARCH", "ON_DUTY"]),
        visitedOn,
        peopleMet: "行政负责人",
        found: "经营平稳，职工队伍稳定。",
        done: "讲解组织关系转接办法，核对登记信息。",
        confirmed: null,
        createdAt: `${visitedOn} 03:00`,
        createdByName: "指导员",
      });
    }
  }
}

const wayOf = {
  OPEN: [],
  IN_PROGRESS: ["TAKE"],
  ANSWERED: ["TAKE", "ANSWER"],
  CLOSED: ["TAKE", "ANSWER", "CLOSE"],
} as const;
const reached = { TAKE: "IN_PROGRESS", ANSWER: "ANSWERED", CLOSE: "CLOSED" } as const;

/** Most closed long ago; of the last two months half are still open. */
function putRequests(put: Put, random: Random, { enterpriseIds, cared, habit }: Field): void {
  for (const enterpriseId of enterpriseIds.filter(() => random.chance(habit.requestShare))) {
    const age = random.below(700);
    const status = age < 60 ? random.pick(["OPEN", "IN_PROGRESS", "ANSWERED", "CLOSED"] as const) : "CLOSED";
    const raisedOn = addDays(today(), -age);
    const id = random.uuid();
    const isAnswered = status === "ANSWERED" || status === "CLOSED";
    put("EnterpriseRequest", {
      id,
      enterpriseId,
      origin: "STAFF",
      instructorId: cared.get(enterpriseId) ?? null,
      category: random.pick(["TALENT", "FINANCE", "SPACE", "POLICY", "LEGAL", "PARTY_WORK", "OTHER"]),
      text: "希望了解人才公寓的申请条件和排队情况。",
      raisedOn,
      dueOn: addDays(raisedOn, 30),
      status,
      answer: isAnswered ? "已发送申请条件和线上入口。" : "",
      answeredOn: isAnswered ? raisedOn : null,
      closedOn: status === "CLOSED" ? raisedOn : null,
      createdAt: `${raisedOn} 01:00`,
      createdByName: "工作人员",
      version: 1 + wayOf[status].length,
    });
    const step = { requestId: id, byName: "工作人员" };
    put("RequestStep", {
      id: random.uuid(),
      ...step,
      action: "RAISE",
      from: null,
      to: "OPEN",
      at: `${raisedOn} 01:00`,
    });
    let before = "OPEN";
    for (const [number, action] of wayOf[status].entries()) {
      const to = reached[action];
      put("RequestStep", { id: random.uuid(), ...step, action, from: before, to, at: `${raisedOn} 0${number + 2}:00` });
      before = to;
    }
  }
}

/** One service point a park, on Wednesdays, until a month from now; one log in twenty is missing. */
function putDuty(put: Put, random: Random, { committeeId, parkIds, instructorIds }: Field, from: Day): void {
  for (const [number, parkId] of parkIds.entries()) {
    const servicePointId = random.uuid();
    put("ServicePoint", {
      id: servicePointId,
      committeeId,
      ...spelled(`${number + 1}号服务点`),
      kind: "SERVICE",
      parkId,
      rooms: ["会议室"],
      dutyRhythm: "WEEKLY",
      dutyWeekday: 3,
      openedOn: "2023-01-01",
    });
    const first = addDays(from, (3 - weekdayOf(from) + 7) % 7);
    for (let dutyOn = first; dutyOn <= addDays(today(), 30); dutyOn = addDays(dutyOn, 7)) {
      const shiftId = random.uuid();
      const isDone = dutyOn < today() && random.chance(0.95);
      const instructorId = instructorIds[number % instructorIds.length] ?? "";
      put("DutyShift", {
        id: shiftId,
        servicePointId,
        instructorId,
        dutyOn,
        status: isDone ? "DONE" : "PLANNED",
        servedCount: isDone ? 3 + random.below(15) : null,
        services: isDone ? ["POLICY"] : [],
        matters: isDone ? "解答政策，发放资料。" : "",
        doneAt: isDone ? `${dutyOn} 09:00` : null,
        createdAt: `${from} 01:00`,
        version: isDone ? 2 : 1,
      });
      const step = { shiftId, byName: "工作人员" };
      put("DutyStep", { id: random.uuid(), ...step, action: "PLAN", at: `${from} 01:00` });
      if (isDone) put("DutyStep", { id: random.uuid(), ...step, action: "FULFIL", at: `${dutyOn} 09:00` });
    }
  }
}

/** Every branch is asked to each, and most come. */
function putActivities(put: Put, random: Random, { committeeId, branchIds }: Field, from: Day): void {
  for (let number = 0; number < monthsKept; number += 1) {
    const startsOn = addMonths(addDays(from, 12), number);
    if (startsOn > today()) continue;
    const activityId = random.uuid();
    const createdAt = `${addDays(startsOn, -14)} 01:00`;
    put("Activity", {
      id: activityId,
      committeeId,
      kind: random.pick(["THEMED", "PUBLIC_WELFARE", "OPEN_DAY", "EXCHANGE", "FORUM"]),
      status: "HELD",
      title: `第${number + 1}次活动`,
      startsOn,
      endsOn: startsOn,
      heldNote: "如期开展。",
      createdAt,
      createdByName: "工作人员",
    });
    for (const branchId of branchIds) {
      const comes = random.chance(0.8);
      const attendedCount = comes ? 1 + random.below(6) : null;
      put("ActivityBranch", { activityId, branchId, signedUpAt: comes ? createdAt : null, attendedCount });
    }
    put("ActivityFigure", {
      id: random.uuid(),
      activityId,
      measure: "PARTICIPANTS",
      amount: 20 + random.below(200),
      unit: "人次",
      periodFrom: startsOn,
      periodTo: startsOn,
      createdAt: `${startsOn} 09:00`,
      createdByName: "工作人员",
    });
  }
}
