import { expect, test } from "vitest";
import { maskText, redact } from "@/lib/log";

test("S59: secrets and personal fields never reach the log, however deep they lie and however they are spelled", () => {
  const entry = {
    user: { name: "张三", idNumber: "110101199001011234", phone_hash: "ab12", list: [{ "set-cookie": "sid=1" }] },
    headers: { Authorization: "Bearer x", Cookie: "a=b", accept: "text/html" },
    passwordHash: "$argon2id$",
  };
  expect(redact(entry)).toEqual({
    user: { name: "张三", idNumber: "[已隐去]", phone_hash: "[已隐去]", list: [{ "set-cookie": "[已隐去]" }] },
    headers: { Authorization: "[已隐去]", Cookie: "[已隐去]", accept: "text/html" },
    passwordHash: "[已隐去]",
  });
});

test("ID numbers, phones and passwords in addresses are masked inside text; other numbers stay", () => {
  expect(maskText("身份证11010119900101123x，电话13812345678")).toBe("身份证[身份证号]，电话[电话]");
  expect(maskText("postgresql://portal:s3cret@db:5432/portal")).toBe("postgresql://portal:[密码]@db:5432/portal");
  const plain = "took 1795423557356 ms, code 91500112MA5U00001X, row 12345";
  expect(maskText(plain)).toBe(plain);
});

test("errors keep their kind and place, with their words and causes masked", () => {
  const error = new TypeError("bad 13812345678", { cause: new Error("110101199001011234") });
  const written = redact(error) as { type: string; message: string; stack: string; cause: { message: string } };
  expect(written).toMatchObject({ type: "TypeError", message: "bad [电话]", cause: { message: "[身份证号]" } });
  expect(written.stack).toContain("log.test.ts");
  expect(JSON.stringify(written)).not.toMatch(/13812345678|110101199001011234/);
});

test("a circle or a long list ends", () => {
  const circle: Record<string, unknown> = { list: Array.from({ length: 200 }, (_, index) => index) };
  circle.self = circle;
  const written = JSON.stringify(redact(circle));
  expect(written.length).toBeLessThan(5_000);
});
