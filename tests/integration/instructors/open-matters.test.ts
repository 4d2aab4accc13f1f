import { beforeEach, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { handOver } from "@/lib/instructors/commands/hand-over";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";
import { loadsOf } from "@/lib/instructors/queries/loads";
import { openMatters } from "@/lib/instructors/queries/open-matters";
import { type Cast, castOf, day, refusedAt, trailOf } from "@/tests/integration/instructors/cast";
import { account, assignment, enterprise, instructor, servicePoint } from "@/tests/support/factories/registers";

type Person = { id: string; userId: string };

let cast: Cast;
let giver: Person;
let taker: Person;

const newPerson = async (): Promise<Person> => {
  const userId = (await account({ grants: [{ role: "INSTRUCTOR" }] })).id;
  return { id: (await instructor({ committeeId: cast.committeeId, userId })).id, userId };
};

beforeEach(async () => {
  cast = await castOf();
  giver = await newPerson();
  taker = await newPerson();
  await assignment({ instructorId: giver.id, enterpriseId: cast.enterpriseId });
  await assignment({ instructorId: giver.id, servicePointId: cast.servicePointId });
});

type Asked = { enterpriseId?: string; instructorId?: string; ownerId?: string; isAnswered?: true };

const ask = async ({ enterpriseId = cast.enterpriseId, isAnswered, ...whose }: Asked) => {
  const answered = isAnswered ? { status: "ANSWERED" as const, answer: "已对接", answeredOn: toDate(day) } : {};
  const { id } = await db.enterpriseRequest.create({
    data: {
      enterpriseId,
      origin: "VISIT",
      category: "TALENT",
      text: "招聘",
      raisedOn: toDate("2026-11-01"),
      dueOn: toDate("2026-12-01"),
      createdByName: "指导员",
      ...whose,
      ...answered,
    },
  });
  return id;
};
const shiftOn = async (on: string, who: Person = giver, servicePointId = cast.servicePointId) =>
  (await db.dutyShift.create({ data: { servicePointId, instructorId: who.id, dutyOn: toDate(on) } })).id;
const requestOf = (id: string) => db.enterpriseRequest.findUniqueOrThrow({ where: { id }, include: { steps: true } });
const shiftOf = (id: string) => db.dutyShift.findUniqueOrThrow({ where: { id }, include: { steps: true } });
const pass = (on = "2026-12-01") => handOver(cast.staff, { id: giver.id, toId: taker.id, on, reason: "轮岗" });

test("unanswered requests of the enterprises handed over go to the other, each with its step", async () => {
  const [brought, owned] = [await ask({ instructorId: giver.id }), await ask({ ownerId: giver.userId })];
  await pass();
  expect(await requestOf(brought)).toMatchObject({
    instructorId: taker.id,
    ownerId: null,
    version: 2,
    steps: [{ action: "REASSIGN", from: "OPEN", to: "OPEN", byId: cast.staff.userId }],
  });
  expect((await requestOf(brought)).steps[0]?.note).toMatch(/交接给.*：轮岗$/);
  expect(await requestOf(owned)).toMatchObject({ instructorId: null, ownerId: taker.userId, version: 2 });
});

test("what is answered, another's, or of an enterprise that stays behind keeps its people", async () => {
  const { id: elsewhere } = await enterprise({ committeeId: cast.committeeId });
  const third = await newPerson();
  const kept = [
    await ask({ instructorId: giver.id, isAnswered: true }),
    await ask({ instructorId: third.id, ownerId: third.userId }),
    await ask({ instructorId: giver.id, enterpriseId: elsewhere }),
  ];
  await pass();
  for (const id of kept) expect(await requestOf(id)).toMatchObject({ version: 1, steps: [] });
});

test("whoever hands over answers for a request when the other has no account", async () => {
  const owned = await ask({ ownerId: giver.userId });
  const staffId = (await account({ grants: [{ role: "STAFF", committeeId: cast.committeeId }] })).id;
  const toId = (await instructor({ committeeId: cast.committeeId })).id;
  await handOver({ ...cast.staff, userId: staffId }, { id: giver.id, toId, on: day, reason: null });
  expect(await requestOf(owned)).toMatchObject({ ownerId: staffId });
});

test("planned shifts at the points go over from the day on; a day the other has already is cancelled, not doubled", async () => {
  const { id: elsewhere } = await servicePoint();
  const before = await shiftOn("2026-11-30");
  const [first, doubled] = [await shiftOn("2026-12-01"), await shiftOn("2026-12-09")];
  const foreign = await shiftOn("2026-12-02", giver, elsewhere);
  await shiftOn("2026-12-09", taker);
  await pass();
  expect(await shiftOf(first)).toMatchObject({
    instructorId: taker.id,
    status: "PLANNED",
    version: 2,
    steps: [{ action: "SWAP", byId: cast.staff.userId }],
  });
  expect(await shiftOf(doubled)).toMatchObject({ instructorId: giver.id, status: "CANCELLED" });
  expect((await shiftOf(doubled)).steps).toMatchObject([{ action: "CANCEL" }]);
  for (const id of [before, foreign]) expect(await shiftOf(id)).toMatchObject({ instructorId: giver.id, version: 1 });
});

test("a shift whose day is over stays with whoever was there, however early the hand-over is dated", async () => {
  const missed = await shiftOn("2026-11-18");
  const coming = await shiftOn("2026-11-25");
  await pass("2026-11-01");
  expect(await shiftOf(missed)).toMatchObject({ instructorId: giver.id, version: 1 });
  expect(await shiftOf(coming)).toMatchObject({ instructorId: taker.id });
});

test("the other learns what came over, without a name; the trail counts it", async () => {
  await ask({ instructorId: giver.id });
  await shiftOn("2026-12-02");
  await pass();
  const told = await db.notification.findMany({ where: { userId: taker.userId } });
  expect(told).toMatchObject([
    {
      kind: "ASSIGNMENT_CHANGED",
      text: "2026年12月1日起，2 项联系安排、1 项企业诉求、1 个驻点班次交接给您。",
      href: "/",
    },
  ]);
  expect(await trailOf(giver.id)).toMatchObject([
    { after: { handedOverCount: 2, requestCount: 1, shiftCount: 1, cancelledShiftCount: 0 } },
  ]);
});

test("a refused hand-over leaves every matter where it is", async () => {
  const [request, shift] = [await ask({ instructorId: giver.id }), await shiftOn("2026-12-02")];
  for (const actor of await refusedAt(cast, giver.id)) {
    const input = { id: giver.id, toId: taker.id, on: day, reason: null };
    await expect(handOver(actor, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  }
  expect(await requestOf(request)).toMatchObject({ instructorId: giver.id, version: 1 });
  expect(await shiftOf(shift)).toMatchObject({ instructorId: giver.id, version: 1 });
});

test("the page shows before what will go over and what stays; nobody but the staff is shown any of it", async () => {
  const { id: elsewhere } = await enterprise({ committeeId: cast.committeeId });
  const [goes, stays] = [
    await ask({ instructorId: giver.id }),
    await ask({ ownerId: giver.userId, enterpriseId: elsewhere }),
  ];
  await ask({ instructorId: giver.id, isAnswered: true });
  await shiftOn("2026-11-18");
  const coming = await shiftOn("2026-11-25");
  const file = await findInstructor(cast.staff, giver.id);
  if (!file) throw new Error("the staff see the instructor");
  const { requests, shifts } = await openMatters(cast.staff, file);
  expect(new Map(requests.map(({ id, goesOver }) => [id, goesOver]))).toEqual(
    new Map([
      [goes, true],
      [stays, false],
    ]),
  );
  expect(shifts).toMatchObject([{ id: coming, dutyOn: "2026-11-25", goesOver: true }]);
  for (const actor of await refusedAt(cast, giver.id)) {
    expect(await openMatters(actor, file)).toEqual({ requests: [], shifts: [] });
  }
});

test("the load counts assignments, visits owed, shifts of the quarter and unanswered requests, inside the scope", async () => {
  await ask({ instructorId: giver.id, ownerId: giver.userId });
  await ask({ instructorId: giver.id, isAnswered: true });
  const done = await shiftOn("2026-10-07");
  await db.dutyShift.update({ where: { id: done }, data: { status: "DONE", doneAt: new Date() } });
  const cancelled = await shiftOn("2026-10-14");
  await db.dutyShift.update({ where: { id: cancelled }, data: { status: "CANCELLED" } });
  await shiftOn("2026-12-02");
  await shiftOn("2027-01-06");
  const loads = await loadsOf(cast.staff, [giver, taker]);
  expect(loads.get(giver.id)).toEqual({
    enterpriseCount: 1,
    branchCount: 0,
    servicePointCount: 1,
    visitsDue: 0,
    visitsOverdue: 1,
    shiftsPlanned: 2,
    shiftsDone: 1,
    openRequests: 1,
  });
  expect(loads.get(taker.id)).toMatchObject({ enterpriseCount: 0, visitsOverdue: 0, shiftsPlanned: 0 });
  const foreign = (await loadsOf(cast.stranger, [giver])).get(giver.id);
  expect(foreign).toMatchObject({ visitsOverdue: 0, shiftsPlanned: 0, shiftsDone: 0, openRequests: 0 });
});
