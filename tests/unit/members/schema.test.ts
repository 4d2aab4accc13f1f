import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { editedMember, memberList, newMember, revealedNumber } from "@/lib/members/schema";
import { freshIdNumber } from "@/tests/support/fresh";

const idNumber = freshIdNumber();
const filled = {
  committeeId: randomUUID(),
  name: "王 五",
  idNumber,
  stage: "FULL",
  joinedOn: "2020-07-01",
  becameFullOn: "2021-07-01",
};

/** The first message per field, as the form shows it. */
function faults(schema: z.ZodType, input: object): Record<string, string> {
  const parsed = schema.safeParse(input);
  const found: Record<string, string> = {};
  for (const { path, message } of parsed.error?.issues ?? []) found[String(path[0])] ??= message;
  return found;
}

describe("newMember", () => {
  test("takes a name without inner spaces, and reads birth and gender from the number", () => {
    const member = newMember.parse(filled);
    expect(member.name).toBe("王五");
    expect(member.idNumber).toMatchObject({ idNumber, gender: "FEMALE" });
    expect(member).toMatchObject({ phone: null, gender: null, branchId: null, employer: null, isMobile: false });
  });

  test("reads full-width digits, spaces and a lower-case x", () => {
    const wide = [...idNumber].map((sign) =>
      /\d/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign,
    );
    const typed = ` ${wide.join("").toLowerCase()} `;
    expect(newMember.parse({ ...filled, idNumber: typed }).idNumber.idNumber).toBe(idNumber);
  });

  test.each([
    ["", "请填写身份证号。"],
    ["12345678901234567", "身份证号应为 18 位，现在是 17 位，请对照身份证改正。"],
    [
      `${idNumber.slice(0, 17)}${idNumber.endsWith("0") ? "1" : "0"}`,
      "身份证号校验位不符，至少有一位写错，请对照身份证改正。",
    ],
  ])("refuses the ID number %j and never repeats it", (typed, message) => {
    expect(faults(newMember, { ...filled, idNumber: typed })).toEqual({ idNumber: message });
  });

  test("refuses a phone that is none, and two in one field", () => {
    expect(faults(newMember, { ...filled, phone: "12345" })).toHaveProperty("phone");
    expect(faults(newMember, { ...filled, phone: "19412345678 19487654321" })).toHaveProperty("phone");
    expect(newMember.parse({ ...filled, phone: "194-1234-5678" }).phone).toBe("19412345678");
  });

  test.each([
    [{ stage: "ACTIVIST", becameFullOn: "" }, "joinedOn"],
    [{ stage: "PROBATIONARY" }, "becameFullOn"],
    [{ becameFullOn: "2019-01-01" }, "becameFullOn"],
    [{ stage: "GENERAL" }, "stage"],
    [{ joinedOn: "2020-02-30" }, "joinedOn"],
    [{ branchId: randomUUID() }, "branchFrom"],
    [{ employer: "云达科技" }, "employedFrom"],
    [{ name: " " }, "name"],
  ])("refuses %j at %s", (change, field) => {
    expect(Object.keys(faults(newMember, { ...filled, ...change }))).toEqual([field]);
  });

  test("S25: drops what a form cannot decide", () => {
    const parsed = newMember.parse({
      ...filled,
      id: randomUUID(),
      version: 9,
      leftOn: "2020-01-01",
      idNumberHash: "x",
    });
    for (const key of ["id", "version", "leftOn", "idNumberHash"]) expect(parsed).not.toHaveProperty(key);
  });
});

describe("editedMember", () => {
  const edited = { ...filled, id: randomUUID(), version: "3" };

  test("an empty ID number stays as recorded, a wrong one is refused", () => {
    expect(editedMember.parse({ ...edited, idNumber: "" })).toMatchObject({ idNumber: null, version: 3 });
    expect(faults(editedMember, { ...edited, idNumber: "123" })).toHaveProperty("idNumber");
  });

  test("S25: takes no committee, branch or employer", () => {
    const parsed = editedMember.parse({ ...edited, branchId: randomUUID(), employer: "云达" });
    for (const key of ["committeeId", "branchId", "employer"]) expect(parsed).not.toHaveProperty(key);
  });
});

test("a reveal for another purpose says which", () => {
  const asked = { id: randomUUID(), what: "idNumber", purpose: "OTHER" };
  expect(faults(revealedNumber, asked)).toEqual({ detail: "用途选“其他”时，请写明做什么用。" });
  expect(revealedNumber.safeParse({ ...asked, detail: "核对档案" }).success).toBe(true);
  expect(faults(revealedNumber, { ...asked, purpose: "CONTACT", what: "name" })).toHaveProperty("what");
});

test("a list's address with nonsense in it shows the whole list", () => {
  const list = memberList.parse({ stage: "KING", sort: "salary", branch: "1 OR 1=1", page: "-3", unassigned: "all" });
  expect(list).toEqual({ q: "", page: 1, sort: "name", branchName: "", employer: "" });
});
