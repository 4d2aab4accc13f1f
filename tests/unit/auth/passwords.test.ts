import { describe, expect, test } from "vitest";
import { hashPassword, normaliseUsername, passwordFault, verifyPassword } from "@/lib/auth/passwords";

const person = { username: "zhangsan", name: "张三", isOfficer: false };
const officer = { ...person, isOfficer: true };

describe("S14 password policy", () => {
  test.each(["Lantern-31", "灯笼Lantern31", "correct horse Battery", `${"长".repeat(180)}aB`, "Trub4dor&3-moor"])(
    "takes %j",
    (password) => expect(passwordFault(password, person)).toBeNull(),
  );

  test.each([
    ["too short", "Lant-31"],
    ["nine characters, though more bytes", "灯笼灯笼灯笼aB3"],
    ["too long", `aB3${"x".repeat(198)}`],
    ["two kinds only", "lanternlantern31"],
    ["two kinds only, in Chinese", "一二三四五六七八九十lantern"],
    ["the log-in name inside", "x-ZhangSan-31"],
    ["the name inside", "我是张三-Lantern"],
    ["a well-known password", "Password123!"],
    ["a well-known password in leet", "P@ssw0rd-2026"],
    ["a row of keys", "Qwerty123456!"],
    ["a row of keys, down the board", "1qaz2wsx!QAZ"],
    ["digits over and over", "Ab-88888888888"],
  ])("refuses %s", (_why, password) => expect(passwordFault(password, person)).toMatch(/[。]$/));

  test("administrators and auditors need twelve", () => {
    expect(passwordFault("Lantern-31x", officer)).toContain("12");
    expect(passwordFault("Lantern-31xy", officer)).toBeNull();
  });
});

test("hashes are argon2id, salted, and verify the whole password", async () => {
  const password = "长".repeat(150);
  const [first, second] = await Promise.all([hashPassword(password), hashPassword(password)]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await verifyPassword(first, password)).toBe(true);
  expect(await verifyPassword(first, `${password.slice(1)}`)).toBe(false);
  expect(await verifyPassword(null, "no account has this password")).toBe(false);
});

test.each([
  [" Zhang.San ", "zhang.san"],
  ["ＺＨＡＮＧ", "zhang"],
  ["张三", "张三"],
])("G1 %j and its other spellings are one log-in name", (typed, name) => expect(normaliseUsername(typed)).toBe(name));
