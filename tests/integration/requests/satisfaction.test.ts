import { beforeEach, expect, test } from "vitest";
import { visitor } from "@/lib/auth/visitor";
import { db } from "@/lib/db/client";
import { findGuestLink } from "@/lib/guest-links/guest-link";
import { moveRequest } from "@/lib/requests/commands/move-request";
import { raiseRequest } from "@/lib/requests/commands/raise-request";
import { askSatisfaction, rateByLink, recordSatisfaction } from "@/lib/requests/commands/satisfaction";
import { findRatedRequest } from "@/lib/requests/queries/find-rated";
import { asks, type Cast, castOf } from "@/tests/integration/requests/cast";
import { withForm } from "@/tests/support/actors";

const guest = visitor({ id: null, name: "持一次性链接者" });

let cast: Cast;
let id: string;
beforeEach(async () => {
  cast = await castOf();
  id = (await raiseRequest(cast.instructor, asks(cast))).id;
  await moveRequest(cast.staff, { id, version: 1, action: "ANSWER", answer: "已解决" });
});

const row = () => db.enterpriseRequest.findUniqueOrThrow({ where: { id } });
const link = async () => (await askSatisfaction(cast.instructor, { id })).token ?? "";
const says = (token: string) => ({ token, satisfaction: "DISSATISFIED" as const, note: "还没有回音" });

test("what the enterprise said is written down by whoever has a part in it, with an entry", async () => {
  await recordSatisfaction(cast.instructor, { id, version: 2, satisfaction: "SATISFIED" });
  expect(await row()).toMatchObject({ satisfaction: "SATISFIED", satisfactionBy: "RECORDED", version: 3 });
  expect(await db.auditEntry.count({ where: { subjectId: id, action: "request.recordSatisfaction" } })).toBe(1);
});

test("strangers and mere readers neither write it down nor make a link", async () => {
  for (const actor of [...cast.strangers, cast.secretary]) {
    const recorded = recordSatisfaction(actor, { id, version: 2, satisfaction: "SATISFIED" });
    await expect(recorded).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    await expect(askSatisfaction(actor, { id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  }
  expect((await row()).satisfaction).toBeNull();
});

test("the link shows this request only, takes one answer, and is dead afterwards", async () => {
  const token = await link();
  expect(await findRatedRequest(token)).toMatchObject({ text: asks(cast).text, answer: "已解决" });
  await rateByLink(guest, says(token));
  expect(await row()).toMatchObject({
    satisfaction: "DISSATISFIED",
    satisfactionBy: "LINK",
    satisfactionNote: "还没有回音",
  });
  expect(await findRatedRequest(token)).toBeNull();
  await expect(rateByLink(guest, says(token))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
});

test("of ten who use the link at once one is heard", async () => {
  const token = await link();
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => rateByLink(guest, says(token))));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a guessed, ended, expired or foreign link opens nothing, all with one sentence", async () => {
  const first = await link();
  const second = await link();
  expect(await findRatedRequest(first), "a new link ends the earlier").toBeNull();
  expect(await findGuestLink("VISIT_CONFIRMATION", second), "it is for nothing else").toBeNull();
  await db.oneTimeLink.updateMany({ where: { requestId: id }, data: { expiresAt: new Date(0) } });
  for (const token of [first, second, "guess", ""]) {
    await expect(rateByLink(guest, says(token))).rejects.toMatchObject({
      refusal: "NOT_FOUND",
      message: expect.stringContaining("这个链接不能使用"),
    });
  }
  expect((await row()).satisfaction).toBeNull();
});

test("the database keeps no token, and a form pressed twice shows its link once", async () => {
  const pressed = withForm(cast.staff);
  const { token } = await askSatisfaction(pressed, { id });
  expect((await askSatisfaction(pressed, { id })).token).toBeNull();
  const links = await db.oneTimeLink.findMany({ where: { requestId: id } });
  expect(links).toHaveLength(1);
  expect(JSON.stringify(links)).not.toContain(token);
});

test("reopening takes the enterprise's word on the earlier answer back, and the link with it", async () => {
  const token = await link();
  await recordSatisfaction(cast.staff, { id, version: 2, satisfaction: "FAIR" });
  await moveRequest(cast.staff, { id, version: 3, action: "REOPEN", note: "未解决" });
  expect((await row()).satisfaction).toBeNull();
  expect(await findRatedRequest(token)).toBeNull();
});
