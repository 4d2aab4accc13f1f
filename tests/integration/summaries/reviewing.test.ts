import { beforeEach, describe, expect, test } from "vitest";
import { mintActor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { acceptSummary, reopenSummary, sendBackSummary } from "@/lib/summaries/commands/review-summary";
import { saveDraft } from "@/lib/summaries/commands/save-draft";
import { submitSummary } from "@/lib/summaries/commands/submit-summary";
import { withdrawSummary } from "@/lib/summaries/commands/withdraw-summary";
import { secretaryOf, staffOf, withForm } from "@/tests/support/actors";
import { committee } from "@/tests/support/factories/registers";
import { day, noticesOf, type Stage, seenOf, stage, storedOf, trailOf, written } from "./cast";

let set: Stage;
beforeEach(async () => {
  set = await stage();
});

const submitted = async () => {
  await submitSummary(set.secretary, written(set));
  return seenOf(set);
};
const back = (seen: Awaited<ReturnType<typeof seenOf>>) => ({ ...seen, reasons: ["practice.0"], words: "" });

/** The three acts of a reviewer, each as a form would send it. */
const acts = {
  accept: acceptSummary,
  sendBack: (actor: Parameters<typeof acceptSummary>[0], seen: Awaited<ReturnType<typeof seenOf>>) =>
    sendBackSummary(actor, back(seen)),
  reopen: (actor: Parameters<typeof acceptSummary>[0], seen: Awaited<ReturnType<typeof seenOf>>) =>
    reopenSummary(actor, { ...seen, reason: "数据有误" }),
};

describe("acceptSummary", () => {
  test("locks it, keeps the step, tells the secretary, and stands in the trail", async () => {
    await acceptSummary(set.staff, await submitted());
    const stored = await storedOf(set);
    expect(stored).toMatchObject({ status: "ACCEPTED", acceptedAt: expect.any(Date) });
    expect(stored.steps.at(-1)).toMatchObject({ action: "ACCEPT", from: "SUBMITTED", to: "ACCEPTED" });
    expect(await noticesOf(set.secretary.userId)).toMatchObject([{ kind: "SUMMARY_ACCEPTED" }]);
    expect(await trailOf(stored.id)).toEqual(["summary.submit", "summary.accept"]);
  });

  test("staff above the committee accept too", async () => {
    await acceptSummary(staffOf([(await committee()).id, set.committeeId], { day }), await submitted());
    expect((await storedOf(set)).status).toBe("ACCEPTED");
  });

  test("pressed twice it accepts once; two reviewers at once: the second is told", async () => {
    const seen = await submitted();
    const pressed = withForm(set.staff);
    expect(await acceptSummary(pressed, seen)).toEqual(await acceptSummary(pressed, seen));
    await expect(sendBackSummary(staffOf(set.committeeId, { day }), back(seen))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
    expect((await storedOf(set)).steps).toHaveLength(2);
  });

  test("decides on what was seen: withdrawn and submitted again since, it is looked at first", async () => {
    const seen = await submitted();
    await withdrawSummary(set.secretary, seen);
    await submitSummary(set.secretary, written(set, { version: (await storedOf(set)).version }));
    await expect(acceptSummary(set.staff, seen)).rejects.toMatchObject({ refusal: "CONFLICT" });
  });
});

describe("sendBackSummary", () => {
  test("keeps the reasons by section; submitted again it is still on time and keeps both submissions", async () => {
    const seen = await submitted();
    await sendBackSummary(set.staff, { ...seen, reasons: ["practice.0", "tasks.1"], words: "请补照片以外的说明" });
    const stored = await storedOf(set);
    expect(stored.status).toBe("SENT_BACK");
    expect(stored.steps.at(-1)?.reasons).toEqual({
      practice: "做法过于笼统，请写明做了什么、谁参加",
      tasks: "完成情况说明不清楚",
      other: "请补照片以外的说明",
    });
    expect(await noticesOf(set.secretary.userId)).toMatchObject([{ kind: "SUMMARY_SENT_BACK" }]);
    const late = secretaryOf(set.branchId, { day: "2027-03-01" });
    await submitSummary(late, written(set, { version: stored.version }));
    const again = await storedOf(set);
    expect(again.firstSubmittedOn && toDay(again.firstSubmittedOn)).toBe(day);
    expect(again.submissions).toHaveLength(2);
    // Sent back once, it is withdrawn to where it was.
    await withdrawSummary(late, await seenOf(set));
    expect((await storedOf(set)).status).toBe("SENT_BACK");
  });

  test("a second send-back tells the secretary a second time", async () => {
    await sendBackSummary(set.staff, back(await submitted()));
    await submitSummary(set.secretary, written(set, { version: (await storedOf(set)).version }));
    await sendBackSummary(set.staff, back(await seenOf(set)));
    expect(await noticesOf(set.secretary.userId)).toHaveLength(2);
  });

  test("refuses to send back without a reason", async () => {
    const seen = await submitted();
    const silent = { ...seen, reasons: ["nonsense.0"], words: " " };
    await expect(sendBackSummary(set.staff, silent)).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect((await storedOf(set)).status).toBe("SUBMITTED");
  });
});

describe("reopenSummary", () => {
  test("opens one branch's accepted summary with a reason; it is written and submitted again", async () => {
    await acceptSummary(set.staff, await submitted());
    await reopenSummary(set.staff, { ...(await seenOf(set)), reason: "数据有误" });
    const stored = await storedOf(set);
    expect(stored).toMatchObject({ status: "SENT_BACK", acceptedAt: null });
    expect(stored.steps.at(-1)).toMatchObject({ action: "REOPEN", reasons: { other: "数据有误" } });
    expect((await noticesOf(set.secretary.userId)).at(-1)).toMatchObject({ kind: "SUMMARY_REOPENED" });
    await saveDraft(set.secretary, written(set, { version: stored.version }));
    await submitSummary(set.secretary, written(set, { version: stored.version + 1 }));
    expect((await storedOf(set)).status).toBe("SUBMITTED");
    expect(await trailOf(stored.id)).toContain("summary.reopen");
  });
});

describe.each(Object.entries(acts))("%s", (name, act) => {
  const ready = async () => {
    const seen = await submitted();
    if (name !== "reopen") return seen;
    await acceptSummary(set.staff, seen);
    return seenOf(set);
  };

  test("does not exist for strangers and for the secretary", async () => {
    const seen = await ready();
    for (const actor of [...set.strangers, set.secretary]) {
      await expect(act(actor, seen)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
  });

  test("nobody acts on their own: the branch's secretary who is also staff, and who pressed submit", async () => {
    const seen = await ready();
    const both = mintActor({ ...set.staff, roles: ["STAFF", "SECRETARY"], branchIds: [set.branchId] });
    const submitter = staffOf(set.committeeId, { day, userId: set.secretary.userId });
    for (const actor of [both, submitter]) {
      await expect(act(actor, seen)).rejects.toMatchObject({ refusal: "FORBIDDEN" });
    }
  });

  test("refuses a summary in another state, with a sentence", async () => {
    await saveDraft(set.secretary, written(set));
    await expect(act(set.staff, await seenOf(set))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringContaining("未报送"),
    });
    await submitSummary(set.secretary, written(set, { version: 1 }));
    if (name === "reopen") {
      await expect(act(set.staff, await seenOf(set))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
      return;
    }
    await acceptSummary(set.staff, await seenOf(set));
    await expect(act(set.staff, await seenOf(set))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("a summary that was never begun is not there", async () => {
    const bare = { planId: set.planId, branchId: set.otherBranchId, version: 1 };
    await expect(act(set.staff, bare)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  });
});
