import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const number = "999999198501014321";

/** The module reads its key once; each key gets a module of its own. */
async function withKey(key: string) {
  vi.resetModules();
  vi.stubEnv("DATA_KEY", key);
  return import("@/lib/crypto/personal");
}

let personal: Awaited<ReturnType<typeof withKey>>;

beforeEach(async () => {
  personal = await withKey(randomBytes(32).toString("base64"));
});
afterEach(() => vi.unstubAllEnvs());

describe("encryptPersonal", () => {
  test("any text comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(personal.decryptPersonal(personal.encryptPersonal(text))).toBe(text);
      }),
    );
  });

  test("two encryptions of one number differ, and neither shows a part of it", () => {
    const [one, other] = [personal.encryptPersonal(number), personal.encryptPersonal(number)];
    expect(one).not.toBe(other);
    expect(one).not.toContain(number.slice(6, 14));
    expect(Buffer.from(one.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain("1985");
  });

  test("a changed bit in nonce, text or tag is refused", () => {
    const parts = personal.encryptPersonal(number).split(".");
    for (const index of [1, 2, 3]) {
      const bytes = Buffer.from(parts[index] ?? "", "base64url");
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      const forged = parts.with(index, bytes.toString("base64url")).join(".");
      expect(() => personal.decryptPersonal(forged)).toThrow();
    }
  });

  test("a shortened tag is refused", () => {
    const parts = personal.encryptPersonal(number).split(".");
    const tag = Buffer.from(parts[3] ?? "", "base64url").subarray(0, 4);
    expect(() => personal.decryptPersonal(parts.with(3, tag.toString("base64url")).join("."))).toThrow();
  });

  test.each(["", "k1", "k1..", "k2.a.b.c", number])("%j is not a sealed value", (text) => {
    expect(() => personal.decryptPersonal(text)).toThrow("unknown encryption key or format");
  });

  test("another key does not open it", async () => {
    const sealed = personal.encryptPersonal(number);
    const stranger = await withKey(randomBytes(32).toString("base64"));
    expect(() => stranger.decryptPersonal(sealed)).toThrow();
  });
});

describe("searchHash", () => {
  test("is the same for the same number, another for another number or purpose", () => {
    const hash = personal.searchHash("phone", "19400001234");
    expect(personal.searchHash("phone", "19400001234")).toBe(hash);
    expect(personal.searchHash("phone", "19400001235")).not.toBe(hash);
    expect(personal.searchHash("phoneTail", "19400001234")).not.toBe(hash);
    expect(personal.searchHash("idNumber", "19400001234")).not.toBe(hash);
  });

  test("cannot be worked out without the key", async () => {
    const hash = personal.searchHash("idNumber", number);
    const stranger = await withKey(randomBytes(32).toString("base64"));
    expect(stranger.searchHash("idNumber", number)).not.toBe(hash);
  });
});

test.each(["", "c2hvcnQ=", randomBytes(33).toString("base64")])(
  "a key of the wrong length is refused: %j",
  async (key) => {
    const keyless = await withKey(key);
    expect(() => keyless.encryptPersonal(number)).toThrow("DATA_KEY must be 32 bytes in base64");
  },
);
