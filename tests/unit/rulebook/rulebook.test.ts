import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ruleIds } from "@/lib/rulebook/rules/finding";
import { findingsOf, isInForce, ruleOf, rules } from "@/lib/rulebook/rules/rulebook";
import { branchFile } from "@/tests/unit/rulebook/branch-file";

const day = "2026-11-23";

describe("the book", () => {
  test("has every rule once, with article, source and the day from which it holds", () => {
    expect(rules.map(({ id }) => id)).toEqual([...ruleIds]);
    for (const rule of rules) {
      expect([rule.title, rule.article, rule.source, rule.concerns].every((words) => words.length > 1)).toBe(true);
      expect(rule.validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test("every rule has a test named after it", () => {
    const tests = readdirSync(import.meta.dirname)
      .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
      .join("\n");
    expect(ruleIds.filter((id) => !tests.includes(`"${id}: `) && !tests.includes(`["${id}", `))).toEqual([]);
  });

  test("a rule holds from its first day until the day before its end", () => {
    const rule = { ...ruleOf("term"), validFrom: "2018-07-12", validTo: "2020-01-01" };
    const days = ["2018-07-11", "2018-07-12", "2019-12-31", "2020-01-01"];
    expect(days.map((on) => isInForce(rule, on))).toEqual([false, true, true, false]);
  });
});

describe("the findings of a branch", () => {
  test("carry the rule, the subject, the day and words", () => {
    const findings = findingsOf(branchFile(), day);
    expect(new Set(findings.map(({ rule }) => rule)).size).toBe(ruleIds.length - 1);
    for (const finding of findings) {
      expect(finding).toMatchObject({ branchId: "b", day, subject: { kind: "BRANCH", id: "b" } });
      expect(finding.text).toMatch(/。$/);
    }
  });

  test("there are none before it was founded nor from its dissolution on", () => {
    expect(findingsOf(branchFile({ foundedOn: "2026-11-24" }), day)).toEqual([]);
    expect(findingsOf(branchFile({ dissolvedOn: day }), day)).toEqual([]);
    expect(findingsOf(branchFile({ dissolvedOn: "2026-11-24" }), day)).not.toEqual([]);
  });

  test("no rule speaks before it was in force", () => {
    expect(findingsOf(branchFile({ foundedOn: "2000-01-01" }), "2010-01-01")).toEqual([]);
  });
});
