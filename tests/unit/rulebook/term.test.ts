import { describe, expect, test } from "vitest";
import { electionDueUntil, electionReminderFrom, termEnd, termState } from "@/lib/rulebook/rules/term";
import { judge } from "@/tests/unit/rulebook/branch-file";

const day = "2026-11-23";

describe("term: three years, early or late by at most a year", () => {
  test("three years to the day; the month's last day where there is no such day", () => {
    expect(termEnd("2026-11-23")).toBe("2029-11-23");
    expect(termEnd("2024-02-29")).toBe("2027-02-28");
  });

  test.each([
    [null, "NONE"],
    ["2026-11-22", "OVERDUE"],
    ["2026-11-23", "OVERDUE"],
    ["2026-11-24", "DUE_SOON"],
    ["2027-05-23", "DUE_SOON"],
    ["2027-05-24", "RUNNING"],
  ])("a term that ends before %s is %s on 2026-11-23", (endsOn, state) => {
    expect(termState(endsOn, day)).toBe(state);
  });

  test.each([
    ["none recorded", null, "DUE", "登记本届任期"],
    ["running", { startsOn: "2025-01-01", endsOn: "2028-01-01" }, "FULFILLED", "2028年1月1日"],
    ["ends within six months", { startsOn: "2024-03-01", endsOn: "2027-03-01" }, "FULFILLED", "2027年3月1日"],
    ["overdue", { startsOn: "2022-12-01", endsOn: "2025-12-01" }, "BREACHED", "一般不超过 1 年"],
    ["overdue a year to the day", { startsOn: "2022-11-23", endsOn: "2025-11-23" }, "BREACHED", "一般不超过 1 年"],
    ["overdue more than a year", { startsOn: "2022-11-22", endsOn: "2025-11-22" }, "BREACHED", "延期已超过 1 年"],
    ["four years long", { startsOn: "2025-01-01", endsOn: "2029-01-01" }, "FULFILLED", "2029年1月1日"],
    ["longer than four", { startsOn: "2025-01-01", endsOn: "2029-01-02" }, "DUE", "请核对"],
    ["shorter than two", { startsOn: "2026-01-01", endsOn: "2027-12-31" }, "DUE", "请核对"],
  ])("%s", (_case, lastTerm, outcome, words) => {
    const [judgement] = judge("term", { lastTerm }, day);
    expect(judgement?.outcome).toBe(outcome);
    expect(judgement?.text).toContain(words);
  });
});

describe("electionReminder: six months before the term ends", () => {
  test.each([
    ["2026-08-31", "2026-02-28"],
    ["2027-05-24", "2026-11-24"],
  ])("the election of a term ending %s is announced from %s", (endsOn, from) => {
    expect(electionReminderFrom(endsOn)).toBe(from);
  });

  test("the reminder reaches six calendar months ahead", () => {
    expect(electionDueUntil("2026-08-31")).toBe("2027-02-28");
  });

  test.each([
    [null, "NOT_APPLICABLE", null],
    ["2026-11-23", "NOT_APPLICABLE", null],
    ["2026-11-24", "DUE", "2026-11-24"],
    ["2027-05-23", "DUE", "2027-05-23"],
    ["2027-05-24", "NOT_APPLICABLE", null],
  ])("a term that ends before %s: %s", (endsOn, outcome, dueOn) => {
    const lastTerm = endsOn ? { startsOn: "2024-05-24", endsOn } : null;
    const [judgement] = judge("electionReminder", { lastTerm }, day);
    expect([judgement?.outcome, judgement?.dueOn ?? null]).toEqual([outcome, dueOn]);
  });
});
