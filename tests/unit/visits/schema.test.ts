import { describe, expect, test } from "vitest";
import { newVisit, readTarget, sentVisit } from "@/lib/visits/schema";

const id = "0190a000-0000-7000-8000-000000000001";
const form = { id, requestId: id, target: `enterprise:${id}`, kind: "VISIT", visitedOn: "2026-11-20" };

describe("the form of a visit", () => {
  test("three answers are enough: where, how, when", () => {
    expect(newVisit.parse(form)).toMatchObject({
      enterpriseId: id,
      branchId: null,
      found: "",
      employeeCount: null,
      isStillHere: null,
      requests: [],
    });
  });

  test("what it says is what a phone sends", () => {
    const read = newVisit.parse({
      ...form,
      employeeCount: "５０",
      isStillHere: "no",
      requestText: "停车",
      requestCategory: "SPACE",
    });
    expect(read).toMatchObject({
      employeeCount: 50,
      isStillHere: false,
      requests: [{ id, category: "SPACE", text: "停车" }],
    });
  });

  test("a request without a category is sent back to its field", () => {
    const { error } = newVisit.safeParse({ ...form, requestText: "停车" });
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["requestCategory", "请选择诉求类别。"],
    ]);
  });

  test.each(["", "enterprise:", `member:${id}`, `enterprise:${id}'--`])("the target %j is none", (target) => {
    expect(newVisit.safeParse({ ...form, target }).success).toBe(false);
    expect(readTarget(target)).toBeNull();
  });
});

test("S38 a phone sends at most ten requests in a visit", () => {
  const requests = Array.from({ length: 11 }, () => ({ id, category: "OTHER", text: "停车" }));
  expect(sentVisit.safeParse({ ...form, requests }).success).toBe(false);
  expect(sentVisit.safeParse({ ...form, requests: requests.slice(1) }).success).toBe(true);
});
