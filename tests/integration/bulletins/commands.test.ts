import { beforeEach, describe, expect, test } from "vitest";
import { draftBulletin, redraftBulletin } from "@/lib/bulletins/commands/draft-bulletin";
import { publishBulletin } from "@/lib/bulletins/commands/publish-bulletin";
import { updateBulletin } from "@/lib/bulletins/commands/update-bulletin";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { staffOf, withForm } from "@/tests/support/actors";
import { plan, summary } from "@/tests/support/factories/quarter";
import { drafted, moveDeadline, type Quarter, quarterOfCommittee, readersOf, refusedOf, trailOf } from "./cast";

let given: Quarter;
beforeEach(async () => {
  given = await quarterOfCommittee();
});

const stored = (id: string) => db.bulletin.findUniqueOrThrow({ where: { id } });
const texts = {
  title: "关于三季度情况的通报",
  documentNumber: "渝互联网党发〔2026〕7号",
  recipients: "各党支部",
  opening: "现通报如下。",
  goodPractice: "",
  shortfalls: "",
  requirements: "请补上。",
};

describe("draftBulletin", () => {
  test("proposes texts from the figures, a number from the prefix of the day and the year, and leaves an entry", async () => {
    const { id } = await drafted(given);
    expect(await stored(id)).toMatchObject({
      status: "DRAFT",
      title: "关于2026年第三季度工作情况的通报",
      documentNumber: "渝互联网党发〔2026〕1号",
      recipients: "各党支部",
      snapshot: null,
      shortfalls: expect.stringContaining("未报送总结；逾期报送总结"),
    });
    expect(await trailOf(id)).toMatchObject([
      { action: "bulletin.create", committeeId: given.committeeId, subjectName: "关于2026年第三季度工作情况的通报" },
    ]);
  });

  test("takes the prefix that held on the day, and none when there is none", async () => {
    await db.committeeName.updateMany({ where: { committeeId: given.committeeId }, data: { documentPrefix: null } });
    expect((await stored((await drafted(given)).id)).documentNumber).toBeNull();
  });

  test("refuses everybody but the committee's staff, as if the plan were not there", async () => {
    for (const [, actor] of await refusedOf(given)) {
      await expect(draftBulletin(actor, { planId: given.planId })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await db.bulletin.count({ where: { planId: given.planId } })).toBe(0);
  });

  test("refuses a plan that is still a draft, and a second bulletin for one plan", async () => {
    const draft = await plan({ committeeId: given.committeeId, year: 2027, quarter: 1, status: "DRAFT" });
    await expect(draftBulletin(given.staff, { planId: draft.id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await drafted(given);
    await expect(draftBulletin(given.staff, { planId: given.planId })).rejects.toMatchObject({ refusal: "CONFLICT" });
  });
});

describe("updateBulletin and redraftBulletin", () => {
  test("save what was typed; drafting anew takes the figures of now and keeps the number", async () => {
    const bulletin = await drafted(given);
    await updateBulletin(given.staff, { ...bulletin, ...texts });
    expect(await stored(bulletin.id)).toMatchObject({ ...texts, version: 2 });
    await summary({ planId: given.planId, branchId: given.third.id, status: "SUBMITTED", submittedOn: "2026-10-11" });
    await redraftBulletin(given.staff, { id: bulletin.id, version: 2 });
    expect(await stored(bulletin.id)).toMatchObject({
      title: "关于2026年第三季度工作情况的通报",
      documentNumber: texts.documentNumber,
      // The silent branch has reported meanwhile.
      shortfalls: expect.not.stringContaining("未报送总结"),
      version: 3,
    });
    expect((await trailOf(bulletin.id)).map(({ action }) => action)).toEqual([
      "bulletin.create",
      "bulletin.update",
      "bulletin.redraft",
    ]);
  });

  test("an old form is refused and shown what stands there now", async () => {
    const bulletin = await drafted(given);
    await updateBulletin(given.staff, { ...bulletin, ...texts });
    await expect(updateBulletin(given.staff, { ...bulletin, ...texts, title: "另一个" })).rejects.toMatchObject({
      theirs: { title: texts.title },
    });
    await expect(redraftBulletin(given.staff, bulletin)).rejects.toBeInstanceOf(StaleError);
  });

  test("refuse everybody but the committee's staff", async () => {
    const bulletin = await drafted(given);
    for (const [, actor] of await refusedOf(given)) {
      await expect(updateBulletin(actor, { ...bulletin, ...texts })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      await expect(redraftBulletin(actor, bulletin)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect((await stored(bulletin.id)).version).toBe(1);
  });
});

describe("publishBulletin", () => {
  const publish = (bulletin: { id: string; version: number }, more = {}) =>
    publishBulletin(given.staff, { ...bulletin, confirmsEarly: false, ...more });

  test("freezes the figures, tells secretaries and the other staff once, and leaves an entry", async () => {
    const { secretary, colleague, publisher, stranger } = await readersOf(given);
    const bulletin = await drafted(given);
    const form = withForm({ ...given.staff, userId: publisher.id });
    await publishBulletin(form, { ...bulletin, confirmsEarly: false });
    await publishBulletin(form, { ...bulletin, confirmsEarly: false });
    expect(await stored(bulletin.id)).toMatchObject({
      status: "PUBLISHED",
      publishedByName: "党委工作人员",
      snapshot: expect.objectContaining({ format: 1 }),
      version: 2,
    });
    const told = await db.notification.findMany({ where: { href: `/bulletins/${bulletin.id}` } });
    // The one who published knows.
    expect(told.map(({ userId }) => userId).sort()).toEqual([secretary.id, colleague.id].sort());
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(["BULLETIN_PUBLISHED"]));
    expect(await db.notification.count({ where: { userId: stranger.id } })).toBe(0);
    expect((await trailOf(bulletin.id)).at(-1)).toMatchObject({
      action: "bulletin.publish",
      after: { documentNumber: "渝互联网党发〔2026〕1号", figures: { 应报送: 3, 按时报送: "1/3" } },
    });
  });

  test("waits for the quarter's end, and until the deadline for an express wish", async () => {
    const bulletin = await drafted(given);
    const running = staffOf(given.committeeId, { day: "2026-09-30" });
    await expect(publishBulletin(running, { ...bulletin, confirmsEarly: true })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringContaining("2026年9月30日结束"),
    });
    await moveDeadline(given.planId, "2026-10-20");
    await expect(publish(bulletin)).rejects.toMatchObject({ message: expect.stringContaining("提前印发") });
    await publish(bulletin, { confirmsEarly: true });
    expect((await stored(bulletin.id)).status).toBe("PUBLISHED");
  });

  test("refuses a number another bulletin of the committee bears, and needs none", async () => {
    const bulletin = await drafted(given);
    await publish(bulletin);
    const next = await plan({ committeeId: given.committeeId, year: 2026, quarter: 2, expects: [given.first] });
    const { id } = await draftBulletin(given.staff, { planId: next.id });
    expect((await stored(id)).documentNumber).toBe("渝互联网党发〔2026〕2号");
    const taken = { ...texts, documentNumber: "渝互联网党发〔2026〕1号" };
    await updateBulletin(given.staff, { id, version: 1, ...taken });
    await expect(publish({ id, version: 2 })).rejects.toMatchObject({ refusal: "CONFLICT" });
    await updateBulletin(given.staff, { id, version: 2, ...texts, documentNumber: null });
    await publish({ id, version: 3 });
    expect((await stored(id)).status).toBe("PUBLISHED");
  });

  test("of two who press at once one publishes; an old form is refused", async () => {
    const bulletin = await drafted(given);
    const outcomes = await Promise.allSettled([publish(bulletin), publish(bulletin)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await trailOf(bulletin.id)).filter(({ action }) => action === "bulletin.publish")).toHaveLength(1);
  });

  test("refuses everybody but the committee's staff", async () => {
    const bulletin = await drafted(given);
    for (const [, actor] of await refusedOf(given)) {
      await expect(publishBulletin(actor, { ...bulletin, confirmsEarly: true })).rejects.toMatchObject({
        refusal: "NOT_FOUND",
      });
    }
    expect(await trailOf(bulletin.id)).toHaveLength(1);
  });

  test("what is published is not edited, drafted anew or published again, and the database itself refuses", async () => {
    const bulletin = await drafted(given);
    await publish(bulletin);
    const after = { id: bulletin.id, version: 2 };
    await expect(updateBulletin(given.staff, { ...after, ...texts })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await expect(redraftBulletin(given.staff, after)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await expect(publish(after)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await expect(db.bulletin.update({ where: { id: bulletin.id }, data: { title: "改" } })).rejects.toThrow();
    await expect(db.bulletin.delete({ where: { id: bulletin.id } })).rejects.toThrow();
  });
});
