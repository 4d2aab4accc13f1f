import { describe, expect, test } from "vitest";
import {
  changedFields,
  closeWord,
  describeFact,
  type EnterpriseFacts,
  factInWords,
  factsOf,
  formValuesOf,
  knownFacts,
  pick,
  registrationOf,
  saidByStaff,
} from "@/lib/enterprises/rules/facts";
import type { Sources } from "@/lib/enterprises/rules/sources";

const facts: EnterpriseFacts = {
  name: "重庆云达科技有限公司",
  creditCode: null,
  category: "TECHNOLOGY",
  legalRepresentative: "张三",
  investorName: null,
  isInvestorMember: false,
  registeredOn: "2019-03-05",
  capitalWan: 1000.5,
  employeeCount: 0,
  declaredMemberCount: null,
  address: null,
  contactName: null,
  contactPhone: "138****1234",
  noBranchReason: null,
  plannedBranchOn: null,
};

test("factsOf reads days and amounts and takes the masked phone", () => {
  const { contactPhone, ...rest } = facts;
  const row = {
    ...rest,
    registeredOn: new Date("2019-03-05T00:00:00Z"),
    capitalWan: { toNumber: () => 1000.5 },
    plannedBranchOn: null,
  };
  expect(factsOf(row, contactPhone)).toEqual(facts);
});

test("changedFields names what differs, zero and unknown being different", () => {
  expect(changedFields(facts, facts)).toEqual([]);
  expect(changedFields(facts, { ...facts, employeeCount: null, isInvestorMember: null, address: "A1栋" })).toEqual([
    "isInvestorMember",
    "employeeCount",
    "address",
  ]);
});

test("knownFacts leaves out what nobody knows and keeps zero and no", () => {
  expect(Object.keys(knownFacts(facts))).toEqual([
    "name",
    "category",
    "legalRepresentative",
    "isInvestorMember",
    "registeredOn",
    "capitalWan",
    "employeeCount",
    "contactPhone",
  ]);
  expect(pick(facts, ["employeeCount", "address"])).toEqual({ employeeCount: 0, address: null });
});

test("saidByStaff gives each fact staff and the day as its source", () => {
  const before: Sources = { address: [{ source: "PARK", on: "2026-01-01", value: "A1栋" }] };
  expect(saidByStaff(before, { address: "A2栋", employeeCount: 5 }, "2026-11-23")).toEqual({
    address: [
      { source: "STAFF", on: "2026-11-23", value: "A2栋" },
      { source: "PARK", on: "2026-01-01", value: "A1栋" },
    ],
    employeeCount: [{ source: "STAFF", on: "2026-11-23", value: 5 }],
  });
});

test("a form gets texts, and never the phone", () => {
  const values = formValuesOf(facts);
  expect(values).toMatchObject({ employeeCount: "0", capitalWan: "1000.5", isInvestorMember: "no", address: "" });
  expect(values).not.toHaveProperty("contactPhone");
});

test("facts in words", () => {
  expect([
    factInWords("category", "NEWS"),
    factInWords("isInvestorMember", true),
    factInWords("employeeCount", 12000),
    factInWords("registration", "REVOKED"),
    factInWords("registration", "别处的写法"),
    factInWords("address", null),
  ]).toEqual(["新闻资讯", "是", "12,000", "吊销", "别处的写法", null]);
});

test("how an enterprise ended is the beginning of its reason", () => {
  expect([closeWord("吊销：未年报"), closeWord("迁出"), closeWord(null)]).toEqual(["吊销", "迁出", "注销"]);
});

test("how an enterprise stands, as the sources keep it", () => {
  expect([
    registrationOf(null, null),
    registrationOf("2026-01-01", "吊销：未年报"),
    registrationOf("2026-01-01", "别的原因"),
    registrationOf("2026-01-01", null),
  ]).toEqual(["ACTIVE", "REVOKED", "别的原因", "DEREGISTERED"]);
});

describe("describeFact", () => {
  const on = { day: "2026-11-23", staleDays: 180 };
  const sources: Sources = {
    employeeCount: [
      { source: "PARK", on: "2026-10-01", value: 380 },
      { source: "VISIT", on: "2026-01-01", value: 400 },
    ],
  };
  test("the value that stands keeps its own age, beside what a newer source says", () => {
    expect(describeFact("employeeCount", 400, sources, on)).toEqual({
      field: "employeeCount",
      text: "400",
      origin: { source: "VISIT", on: "2026-01-01", value: 400 },
      isStale: true,
      others: [{ source: "PARK", on: "2026-10-01", text: "380" }],
    });
  });
  test("a fresh value is not stale", () => {
    expect(describeFact("employeeCount", 380, sources, on).isStale).toBe(false);
  });
  test("an unknown value is not stale, only unknown", () => {
    expect(describeFact("address", null, {}, on)).toMatchObject({ text: null, isStale: false, origin: null });
  });
  test("a name without a source is not stale", () => {
    expect(describeFact("name", "云达", {}, on).isStale).toBe(false);
  });
});
