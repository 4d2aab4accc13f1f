import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newRecord, orgLifeList, recordOpening } from "@/lib/org-life/schema";

const memberId = randomUUID();
const form = {
  branchId: randomUUID(),
  kinds: ["PARTY_LECTURE", "THEME_DAY", "THEME_DAY"],
  heldOn: "2026-11-05",
  topic: " 学习 ",
  [`state-${memberId}`]: "LEAVE",
  [`reason-${memberId}`]: "出差",
};

describe("a record's form is flat", () => {
  test("marks of members and resolutions are gathered; kinds come once and in order", () => {
    const input = newRecord.parse({ ...form, resolution2: "同意", for2: "5", resolution1: "", for1: "" });
    expect(input.kinds).toEqual(["PARTY_LECTURE", "THEME_DAY"]);
    expect(input.topic).toBe("学习");
    expect(input.marks).toEqual([{ memberId, state: "LEAVE", reason: "出差" }]);
    expect(input.resolutions).toEqual([{ text: "同意", entitledCount: null, presentCount: null, forCount: 5 }]);
  });

  test("a resolution needs its words, a record a kind that exists, a mark a member's id", () => {
    const errorsOf = (more: object) =>
      newRecord.safeParse({ ...form, ...more }).error?.issues.map(({ path }) => path[0]);
    expect(errorsOf({ for1: "5" })).toEqual(["resolutions"]);
    expect(errorsOf({ kinds: [] })).toEqual(["kinds"]);
    expect(errorsOf({ kinds: undefined })).toEqual(["kinds"]);
    expect(errorsOf({ kinds: ["PARTY"] })).toEqual(["kinds"]);
    expect(errorsOf({ "state-1": "PRESENT" })).toEqual(["marks"]);
    expect(errorsOf({ [`state-${memberId}`]: "LATE" })).toEqual(["marks"]);
  });

  test("S25: what belongs to the server is not taken from the form", () => {
    const input = newRecord.parse({ ...form, id: randomUUID(), createdByName: "别人", withdrawnAt: "x", version: "9" });
    expect(Object.keys(input)).not.toEqual(expect.arrayContaining(["createdByName"]));
    expect("version" in input || "withdrawnAt" in input || "id" in input).toBe(false);
  });
});

test("addresses with odd values open the form and the list all the same", () => {
  expect(recordOpening.parse({ branch: "x", kind: "PARTY", "kinds[]": "PARTY", heldOn: "2026-13-01" })).toEqual({});
  expect(recordOpening.parse({ "kinds[]": "THEME_DAY" })["kinds[]"]).toEqual(["THEME_DAY"]);
  expect(orgLifeList.parse({ quarter: "2026Q5", kind: "x", sort: "id", page: "-1" })).toEqual({
    q: "",
    page: 1,
    sort: "-heldOn",
  });
  expect(orgLifeList.parse({ quarter: "2026Q4" }).quarter).toEqual({ year: 2026, quarter: 4 });
});
