import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { accountState } from "@/lib/accounts/rules";
import { accountList, changedPassword, chosenPassword, newAccount } from "@/lib/accounts/schema";

const committee = "01a207b7-ec33-744f-a5fd-90578d29ec4e";
const person = { username: "zhang.san", name: "张三", validFrom: "2026-11-23" };
const faults = (result: z.ZodSafeParseResult<unknown>) =>
  Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));

describe("a new account", () => {
  test("staff with a committee", () => {
    const parsed = newAccount.parse({ ...person, role: "STAFF", scopeId: committee });
    expect(parsed).toEqual({ ...person, role: "STAFF", scopeId: committee, validTo: null });
  });

  test.each(["STAFF", "SECRETARY", "INSTRUCTOR"])("%s needs a place", (role) => {
    expect(faults(newAccount.safeParse({ ...person, role, scopeId: "" }))).toHaveProperty("scopeId");
  });

  test.each(["ADMIN", "AUDITOR"])("%s has none", (role) => {
    expect(faults(newAccount.safeParse({ ...person, role }))).toEqual({});
    expect(faults(newAccount.safeParse({ ...person, role, scopeId: committee }))).toHaveProperty("scopeId");
  });

  test("a role lasts at least a day", () => {
    const backwards = { ...person, role: "ADMIN", validTo: "2026-11-23" };
    expect(faults(newAccount.safeParse(backwards))).toEqual({ validTo: "结束日期必须晚于起始日期。" });
  });

  test.each(["a", "-abc", "a b", "a/b", "<b>", "a".repeat(41)])("refuses the log-in name %j", (username) => {
    expect(faults(newAccount.safeParse({ ...person, role: "ADMIN", username }))).toHaveProperty("username");
  });

  test.each(["张三", "li-si_2", "ab"])("takes the log-in name %j", (username) => {
    expect(newAccount.safeParse({ ...person, role: "ADMIN", username }).success).toBe(true);
  });

  test("S25 extra keys fall away", () => {
    const parsed = newAccount.parse({
      ...person,
      role: "ADMIN",
      duty: "0",
      passwordHash: "x",
      id: committee,
      mustChangePassword: "false",
    });
    expect(Object.keys(parsed).toSorted()).toEqual(["name", "role", "scopeId", "username", "validFrom", "validTo"]);
  });
});

describe("S14 a new password is taken as typed", () => {
  const typed = "  前后有空格 und Umläute ßÄ 🏮 ".padEnd(120, "长");
  test.each([
    ["change", changedPassword, { currentPassword: "old" }],
    ["link", chosenPassword, { token: "t" }],
  ])("%s", (_name, schema, rest) => {
    const parsed = schema.parse({ ...rest, newPassword: typed, repeatedPassword: typed });
    expect(parsed.newPassword).toBe(typed);
    const differs = schema.safeParse({ ...rest, newPassword: typed, repeatedPassword: `${typed} ` });
    expect(faults(differs)).toEqual({ repeatedPassword: "两次输入的新密码不一致。" });
    expect(schema.safeParse({ ...rest, newPassword: "", repeatedPassword: "" }).success).toBe(false);
  });
});

test("a list with nonsense in its address is the whole list", () => {
  const list = accountList.parse({ role: "ROOT", state: "x", sort: "passwordHash", page: "-1", q: ["a"] });
  expect(list).toEqual({ q: "", page: 1, sort: "username" });
});

describe("the state of an account, the gravest first", () => {
  const now = new Date("2026-11-23T08:00:00Z");
  const later = new Date("2026-11-23T08:01:00Z");
  const facts = { disabledAt: null, lockedUntil: null, passwordHash: "hash" };
  test.each([
    ["ACTIVE", facts],
    ["ACTIVE", { ...facts, lockedUntil: now }],
    ["LOCKED", { ...facts, lockedUntil: later }],
    ["WAITING", { ...facts, passwordHash: null }],
    ["LOCKED", { ...facts, passwordHash: null, lockedUntil: later }],
    ["DISABLED", { disabledAt: now, lockedUntil: later, passwordHash: null }],
  ])("%s", (state, account) => expect(accountState(account, now)).toBe(state));
});
