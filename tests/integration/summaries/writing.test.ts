import { beforeEach, describe, expect, test } from "vitest";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { saveDraft } from "@/lib/summaries/commands/save-draft";
import { submitSummary } from "@/lib/summaries/commands/submit-summary";
import { withdrawSummary } from "@/lib/summaries/commands/withdraw-summary";
import { readContent } from "@/lib/summaries/rules/content";
import { secretaryOf, withForm } from "@/tests/support/actors";
import { orgLifeRecord, summary } from "@/tests/support/factories/quarter";
import { noticesOf, type Stage, seenOf, stage, storedOf, trailOf, written } from "./cast";

let set: Stage;
beforeEach(async () => {
  set = await stage();
});

describe("saveDraft", () => {
  test("the first save begins the summary, the next raises its version, and both are in the trail", async () => {
    const { id, version } = await saveDraft(set.secretary, written(set));
    expect(version).toBe(1);
    await saveDraft(set.secretary, written(set, { version: 1, results: { [set.taskId]: "已补记" } }));
    const stored = await storedOf(set);
    expect(stored).toMatchObject({ version: 2, status: "DRAFT", firstSubmittedOn: null, practice: "开展主题党日。" });
    expect(stored.results).toMatchObject([{ taskId: set.taskId, text: "已补记" }]);
    expect(await trailOf(id)).toEqual(["summary.saveDraft", "summary.saveDraft"]);
  });

  test("does not exist for anybody but the branch's secretary; its staff read and do not write", async () => {
    for (const actor of [...set.strangers, set.staff]) {
      await expect(saveDraft(actor, written(set))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const unexpected = { planId: set.planId, branchId: "019ac000-0000-7000-8000-000000000000" };
    await expect(saveDraft(set.secretary, written(unexpected))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    expect(await db.quarterlySummary.count({ where: { planId: set.planId } })).toBe(0);
  });

  test("a second tab is refused with both texts, and nothing is overwritten", async () => {
    await saveDraft(set.secretary, written(set));
    const theirs = written(set, { version: 1, results: { [set.taskId]: "甲" } });
    await saveDraft(set.secretary, { ...theirs, texts: { ...theirs.texts, practice: "另一窗口写的。" } });
    const late = await saveDraft(set.secretary, written(set, { version: 1 })).catch((error: unknown) => error);
    expect(late).toBeInstanceOf(StaleError);
    expect(late).toMatchObject({
      version: 2,
      theirs: { practice: "另一窗口写的。", [`result.${set.taskId}`]: "甲" },
    });
    expect((await storedOf(set)).practice).toBe("另一窗口写的。");
  });

  test("two first saves at once: one begins it, the other gets both texts", async () => {
    const outcomes = await Promise.allSettled([
      saveDraft(set.secretary, written(set)),
      saveDraft(set.secretary, written(set)),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { version: 1 } });
  });

  test("what is said of a task goes when emptied, stays when its field was not shown, and belongs to the plan", async () => {
    await saveDraft(set.secretary, written(set, { results: { [set.taskId]: "甲" } }));
    await saveDraft(set.secretary, written(set, { version: 1 }));
    expect((await storedOf(set)).results).toHaveLength(1);
    await saveDraft(set.secretary, written(set, { version: 2, results: { [set.taskId]: " " } }));
    expect((await storedOf(set)).results).toEqual([]);
    const foreign = (await stage()).taskId;
    await expect(
      saveDraft(set.secretary, written(set, { version: 3, results: { [foreign]: "乙" } })),
    ).rejects.toMatchObject({ refusal: "CONFLICT" });
  });
});

describe("submitSummary", () => {
  test("keeps the submission with its evidence and the day, writes the step, and tells the committee's staff", async () => {
    expect(await submitSummary(set.secretary, written(set))).toEqual({ number: 1 });
    const stored = await storedOf(set);
    expect(stored).toMatchObject({ status: "SUBMITTED" });
    expect(stored.firstSubmittedOn && toDay(stored.firstSubmittedOn)).toBe("2026-12-20");
    expect(stored.steps).toMatchObject([{ action: "SUBMIT", from: "DRAFT", to: "SUBMITTED", byName: "党支部书记" }]);
    const content = readContent(stored.submissions[0]?.content);
    expect(content).toMatchObject({
      texts: { practice: "开展主题党日。" },
      tasks: [{ id: set.taskId, records: [{ heldOn: "2026-11-10", topic: "学习交流" }] }],
      meetings: [{ heldOn: "2026-11-10", kinds: ["THEME_DAY"] }],
      duties: expect.arrayContaining([{ kind: "THEME_DAY", required: 3, fulfilled: 1, missed: 1 }]),
      gaps: expect.arrayContaining(["10 月没有主题党日记录。", "12 月没有主题党日记录。"]),
    });
    expect(await noticesOf(set.staff.userId)).toMatchObject([
      { kind: "SUMMARY_SUBMITTED", href: `/summaries/${set.planId}/${set.branchId}` },
    ]);
    expect(await trailOf(stored.id)).toEqual(["summary.submit"]);
  });

  test("does not exist for anybody but the branch's secretary", async () => {
    for (const actor of [...set.strangers, set.staff]) {
      await expect(submitSummary(actor, written(set))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
  });

  test("a double press submits once and gives the same answer", async () => {
    const pressed = withForm(set.secretary);
    const answers = await Promise.all([submitSummary(pressed, written(set)), submitSummary(pressed, written(set))]);
    expect(answers).toEqual([{ number: 1 }, { number: 1 }]);
    expect((await storedOf(set)).submissions).toHaveLength(1);
    expect(await noticesOf(set.staff.userId)).toHaveLength(1);
  });

  test("two tabs submitting at once: one submission", async () => {
    await saveDraft(set.secretary, written(set));
    const input = written(set, { version: 1 });
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => submitSummary(set.secretary, input)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await storedOf(set)).submissions).toHaveLength(1);
  });

  test("refuses a mandatory task that nothing speaks of, takes a sentence for it, and keeps nothing of the refusal", async () => {
    const bare = { planId: set.planId, branchId: set.otherBranchId };
    const secretary = secretaryOf(set.otherBranchId, { day: "2026-12-20" });
    await expect(submitSummary(secretary, written(bare))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringContaining("既没有记录，也没有完成情况说明"),
    });
    expect(await db.quarterlySummary.count({ where: bare })).toBe(0);
    await submitSummary(secretary, written(bare, { results: { [set.taskId]: "因场地维修，改为线上学习。" } }));
    expect((await storedOf(bare)).status).toBe("SUBMITTED");
  });

  test("refuses a summary without one paragraph", async () => {
    const texts = { practice: "", effect: "", problems: "", nextSteps: "" };
    await expect(submitSummary(set.secretary, written(set, { texts }))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
  });

  test("a record made afterwards does not change what was submitted", async () => {
    await submitSummary(set.secretary, written(set));
    await orgLifeRecord({ branchId: set.branchId, heldOn: "2026-12-01" });
    expect(readContent((await storedOf(set)).submissions[0]?.content)?.meetings).toHaveLength(1);
  });
});

describe("withdrawSummary", () => {
  test("takes an unreviewed summary back to a draft; the day of the first submission stays", async () => {
    await submitSummary(set.secretary, written(set));
    await withdrawSummary(set.secretary, await seenOf(set));
    const stored = await storedOf(set);
    expect(stored.status).toBe("DRAFT");
    const later = secretaryOf(set.branchId, { day: "2027-02-01" });
    await submitSummary(later, written(set, { version: stored.version }));
    const again = await storedOf(set);
    expect(again.firstSubmittedOn && toDay(again.firstSubmittedOn)).toBe("2026-12-20");
    expect(again.submissions.map(({ number }) => number)).toEqual([1, 2]);
    expect(await trailOf(stored.id)).toEqual(["summary.submit", "summary.withdraw", "summary.submit"]);
  });

  test("refuses everybody else, a draft, and a summary that is not there", async () => {
    await expect(withdrawSummary(set.secretary, { ...set, version: 1 })).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
    await saveDraft(set.secretary, written(set));
    const seen = await seenOf(set);
    await expect(withdrawSummary(set.secretary, seen)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await submitSummary(set.secretary, written(set, { version: 1 }));
    for (const actor of [...set.strangers, set.staff]) {
      await expect(withdrawSummary(actor, await seenOf(set))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
  });
});

describe("nothing changes after the lock", () => {
  test("the writing commands refuse an accepted summary with a sentence", async () => {
    const { version } = await summary({
      planId: set.planId,
      branchId: set.branchId,
      status: "ACCEPTED",
      submittedOn: "2026-12-01",
    });
    const input = written(set, { version });
    for (const act of [saveDraft, submitSummary]) {
      await expect(act(set.secretary, input)).rejects.toMatchObject({
        refusal: "WRONG_STATE",
        message: expect.stringContaining("已通过"),
      });
    }
    await expect(withdrawSummary(set.secretary, await seenOf(set))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("a summary under review is not written either", async () => {
    await submitSummary(set.secretary, written(set));
    const { version } = await storedOf(set);
    await expect(saveDraft(set.secretary, written(set, { version }))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringContaining("撤回"),
    });
  });

  test("the database itself refuses: texts, results, deletion, the day of the first submission, kept submissions", async () => {
    const own = { planId: set.planId, branchId: set.branchId };
    await saveDraft(set.secretary, written(set, { results: { [set.taskId]: "甲" } }));
    await submitSummary(set.secretary, written(set, { version: 1 }));
    const { id } = await storedOf(own);
    const where = { id };
    await expect(
      db.quarterlySummary.update({ where, data: { firstSubmittedOn: new Date("2026-01-01") } }),
    ).rejects.toThrow();
    await db.quarterlySummary.update({ where, data: { status: "ACCEPTED" } });
    await expect(db.quarterlySummary.update({ where, data: { practice: "改" } })).rejects.toThrow();
    await expect(
      db.quarterlySummary.update({ where, data: { status: "SENT_BACK", practice: "改" } }),
    ).rejects.toThrow();
    await expect(db.summaryTaskResult.updateMany({ where: { summaryId: id }, data: { text: "改" } })).rejects.toThrow();
    await expect(db.summaryTaskResult.deleteMany({ where: { summaryId: id } })).rejects.toThrow();
    await expect(db.quarterlySummary.delete({ where })).rejects.toThrow();
    await expect(db.summarySubmission.deleteMany({ where: { summaryId: id } })).rejects.toThrow();
    expect(await storedOf(own)).toMatchObject({ practice: "开展主题党日。", status: "ACCEPTED" });
  });
});
