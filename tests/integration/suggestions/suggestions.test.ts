import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { answerSuggestion, writeSuggestion } from "@/lib/suggestions/commands";
import { findSuggestion, listSuggestions } from "@/lib/suggestions/queries";
import { suggestionList } from "@/lib/suggestions/schema";
import { administrator, anonymousOf, auditor, secretaryOf, staffOf, withForm } from "@/tests/support/actors";
import { account, branch, committee } from "@/tests/support/factories/registers";

const idea = { kind: "SUGGESTION" as const, text: "表格可以再少一点", page: "/branches" };
const all = suggestionList.parse({});

let committeeId: string;
let secretary: Actor;
let staff: Actor;

beforeEach(async () => {
  committeeId = (await committee()).id;
  const branchId = (await branch({ committeeId })).id;
  secretary = secretaryOf(branchId, { userId: (await account({ grants: [{ role: "SECRETARY", branchId }] })).id });
  staff = staffOf(committeeId, { userId: (await account({ grants: [{ role: "STAFF", committeeId }] })).id });
});

describe("writeSuggestion", () => {
  test("goes to the committee of the branch, whose staff learn it; the trail does not say what it says", async () => {
    const { id } = await writeSuggestion(secretary, idea);
    expect(await findSuggestion(staff, id)).toMatchObject({ ...idea, committeeId, can: { answer: true } });
    expect(await findSuggestion(secretary, id)).toMatchObject({ can: { answer: false } });
    const told = await db.notification.findMany({ where: { href: `/suggestions/${id}` } });
    expect(told.map(({ userId, kind }) => [userId, kind])).toEqual([[staff.userId, "SUGGESTION_RECEIVED"]]);
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(entry).toMatchObject({ action: "suggestion.write", committeeId });
    expect(JSON.stringify(entry)).not.toContain(idea.text);
  });

  test("of somebody without a committee is the administrator's", async () => {
    const { id } = await writeSuggestion(auditor({ userId: (await account()).id }), idea);
    expect(await findSuggestion(administrator(), id)).toMatchObject({ can: { answer: true } });
    expect(await findSuggestion(staff, id)).toBeNull();
  });

  test("pressed twice is one", async () => {
    const pressed = withForm(secretary);
    expect(await writeSuggestion(pressed, idea)).toEqual(await writeSuggestion(pressed, idea));
    expect((await listSuggestions(secretary, all)).total).toBe(1);
  });

  test("refuses whoever has no role", async () => {
    await expect(writeSuggestion(anonymousOf(), idea)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  });
});

describe("answerSuggestion", () => {
  test("once, by staff of the committee; the author learns it", async () => {
    const { id } = await writeSuggestion(secretary, idea);
    await answerSuggestion(staff, { id, version: 1, answer: "已改" });
    expect(await findSuggestion(secretary, id)).toMatchObject({ answer: "已改", answeredByName: staff.name });
    expect(
      await db.notification.count({ where: { userId: secretary.userId ?? "", kind: "SUGGESTION_ANSWERED" } }),
    ).toBe(1);
    await expect(answerSuggestion(staff, { id, version: 2, answer: "再改" })).rejects.toMatchObject({
      refusal: "CONFLICT",
    });
    expect(await db.auditEntry.count({ where: { subjectId: id, action: "suggestion.answer" } })).toBe(1);
  });

  test("refuses everybody else, and staff elsewhere do not even see it", async () => {
    const { id } = await writeSuggestion(secretary, idea);
    const others = [secretary, staffOf((await committee()).id), administrator(), auditor(), anonymousOf()];
    for (const actor of others) {
      await expect(answerSuggestion(actor, { id, version: 1, answer: "不该" })).rejects.toMatchObject({
        refusal: "NOT_FOUND",
      });
    }
    expect((await listSuggestions(others[1] as Actor, all)).total).toBe(0);
  });
});

test("the list is filtered by state and text, and its total follows", async () => {
  const { id } = await writeSuggestion(secretary, idea);
  await writeSuggestion(secretary, { ...idea, text: "另一条" });
  await answerSuggestion(staff, { id, version: 1, answer: "已改" });
  const open = await listSuggestions(staff, suggestionList.parse({ state: "open" }));
  expect(open.rows.map(({ text }) => text)).toEqual(["另一条"]);
  const found = await listSuggestions(staff, suggestionList.parse({ q: "表格" }));
  expect(found).toMatchObject({ total: 1, rows: [{ id }] });
});
