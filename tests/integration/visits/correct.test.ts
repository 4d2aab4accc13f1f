import { beforeEach, describe, expect, test } from "vitest";
import { visitor } from "@/lib/auth/visitor";
import { db } from "@/lib/db/client";
import { findGuestLink } from "@/lib/guest-links/guest-link";
import { askConfirmation, confirmVisitByLink } from "@/lib/visits/commands/confirm-by-link";
import { correctVisit, withdrawVisit } from "@/lib/visits/commands/correct-visit";
import { recordVisit } from "@/lib/visits/commands/record-visit";
import { findConfirmedVisit } from "@/lib/visits/queries/find-confirmed";
import { findVisit } from "@/lib/visits/queries/find-visit";
import { lastVisitsTo, listVisits } from "@/lib/visits/queries/list-visits";
import { visitCards } from "@/lib/visits/queries/visit-card";
import { visitRhythm } from "@/lib/visits/queries/visit-rhythm";
import { visitList } from "@/lib/visits/schema";
import { type Cast, castOf, day, sent } from "@/tests/integration/visits/cast";
import { instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { assignment, branch, committee, instructor } from "@/tests/support/factories/registers";

const guest = visitor({ id: null, name: "持一次性链接者" });
const all = visitList.parse({});

let cast: Cast;
let id: string;
beforeEach(async () => {
  cast = await castOf();
  id = (await recordVisit(cast.instructor, sent(cast))).id;
});

const edit = (more = {}) => ({
  ...{ id, version: 1, kind: "RESEARCH" as const, visitedOn: "2026-11-19", peopleMet: "", found: "已核对", done: "" },
  ...{ nextVisitOn: null, ...more },
});
const trail = async () =>
  (await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } })).map(({ action }) => action);

describe("correctVisit", () => {
  test("by the instructor who made it, on the version opened", async () => {
    await correctVisit(cast.instructor, edit());
    expect(await findVisit(cast.staff, id)).toMatchObject({
      kind: "RESEARCH",
      visitedOn: "2026-11-19",
      found: "已核对",
    });
    await expect(correctVisit(cast.instructor, edit())).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect(await trail()).toEqual(["visit.record", "visit.correct"]);
  });

  test("refuses everybody else, a day to come, and a visit the enterprise confirmed", async () => {
    for (const actor of cast.refused) {
      await expect(correctVisit(actor, edit())).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(correctVisit(cast.instructor, edit({ visitedOn: "2026-11-24" }))).rejects.toMatchObject({
      refusal: "CONFLICT",
    });
    await db.visit.update({ where: { id }, data: { confirmedAt: new Date(), confirmedByName: "李" } });
    await expect(correctVisit(cast.instructor, edit())).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});

describe("withdrawVisit", () => {
  test("keeps it readable and counts it nowhere", async () => {
    await withdrawVisit(cast.instructor, { id, version: 1, reason: "登记错了企业" });
    expect(await findVisit(cast.instructor, id)).toMatchObject({
      withdrawReason: "登记错了企业",
      can: { correct: false, withdraw: false, askConfirmation: false },
    });
    expect((await listVisits(cast.staff, all)).total).toBe(0);
    const row = (await visitRhythm(cast.instructor)).find(({ targetId }) => targetId === cast.enterpriseId);
    expect(row?.lastVisitOn).toBeNull();
    await expect(correctVisit(cast.instructor, edit({ version: 2 }))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("refuses everybody else", async () => {
    for (const actor of cast.refused) {
      await expect(withdrawVisit(actor, { id, version: 1, reason: "不该" })).rejects.toMatchObject({
        refusal: "NOT_FOUND",
      });
    }
  });
});

describe("the enterprise's own word", () => {
  test("a link shows this visit only, takes one answer, and is dead afterwards", async () => {
    const { token } = await askConfirmation(cast.instructor, { id });
    const shown = await findConfirmedVisit(token ?? "");
    expect(shown).toMatchObject({ visitedOn: "2026-11-20", requests: [] });
    expect(JSON.stringify(shown), "what was found is the instructor's").not.toContain("业务平稳");
    expect(await findGuestLink("REQUEST_SATISFACTION", token ?? "")).toBeNull();
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => confirmVisitByLink(guest, { token: token ?? "", name: "人事 李" })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await findVisit(cast.staff, id)).toMatchObject({ confirmedByName: "人事 李" });
    expect(await findConfirmedVisit(token ?? "")).toBeNull();
  });

  test("only who made the visit asks for it; a guessed link opens nothing", async () => {
    for (const actor of cast.refused) {
      await expect(askConfirmation(actor, { id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(confirmVisitByLink(guest, { token: "guess", name: "谁" })).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
  });
});

test("S22: cards and rhythm hold the own enterprises only, and no personal number", async () => {
  const other = await castOf();
  const asked = { enterpriseIds: [cast.enterpriseId, other.enterpriseId], branchIds: [cast.branchId, other.branchId] };
  const cards = await visitCards(cast.instructor, asked);
  expect(new Set(cards.map((card) => card.id))).toEqual(new Set([cast.enterpriseId, cast.branchId]));
  expect(cards.find((card) => card.kind === "enterprise")?.lastVisit).toMatchObject({ id, visitedOn: "2026-11-20" });
  expect(JSON.stringify(cards)).not.toMatch(/phone|idNumber|creditCode/i);
  const rhythm = await visitRhythm(cast.instructor);
  expect(rhythm.map(({ targetKind, dueOn, due }) => [targetKind, dueOn, due])).toEqual([
    ["branch", "2024-02-29", "OVERDUE"],
    ["enterprise", "2026-12-31", "DONE"],
  ]);
  expect((await visitRhythm(cast.staff)).length).toBe(2);
  for (const actor of cast.refused.slice(1)) expect(await visitRhythm(actor)).toEqual([]);
});

test("S24: the list does not leak", async () => {
  expect((await listVisits(cast.staff, all)).total).toBe(1);
  expect((await listVisits(cast.instructor, all)).total).toBe(1);
  for (const actor of cast.refused.slice(1)) expect(await listVisits(actor, all)).toEqual({ rows: [], total: 0 });
});

test("a branch's page has its last five visits, newest first, without withdrawn ones and those to its enterprises", async () => {
  const toBranch = { enterpriseId: null, branchId: cast.branchId };
  for (const visitedOn of ["2026-11-01", "2026-11-06", "2026-11-02", "2026-11-05", "2026-11-03", "2026-11-04"]) {
    await recordVisit(cast.instructor, sent(cast, { ...toBranch, visitedOn }));
  }
  const gone = (await recordVisit(cast.instructor, sent(cast, { ...toBranch, visitedOn: "2026-11-19" }))).id;
  await withdrawVisit(cast.instructor, { id: gone, version: 1, reason: "重复" });
  const secretary = secretaryOf(cast.branchId, { day });
  for (const actor of [cast.staff, cast.instructor, secretary]) {
    const days = (await lastVisitsTo(actor, cast.branchId)).map(({ visitedOn }) => visitedOn);
    expect(days).toEqual(["2026-11-06", "2026-11-05", "2026-11-04", "2026-11-03", "2026-11-02"]);
  }
  expect(await lastVisitsTo(cast.staff, (await branch({ committeeId: cast.committeeId })).id)).toEqual([]);
});

test("S24: nobody else reads there what was found at a branch; who looks after it now reads it", async () => {
  const branchId = cast.branchId;
  await recordVisit(cast.instructor, sent(cast, { enterpriseId: null, branchId }));
  const strangers = [
    staffOf((await committee()).id, { day }),
    secretaryOf((await branch({ committeeId: cast.committeeId })).id, { day }),
    ...cast.refused.slice(2),
  ];
  for (const actor of strangers) expect(await lastVisitsTo(actor, branchId)).toEqual([]);
  const successor = (await instructor({ committeeId: cast.committeeId })).id;
  await assignment({ instructorId: successor, branchId });
  expect(await lastVisitsTo(instructorOf(successor, { day }), branchId)).toHaveLength(1);
});
