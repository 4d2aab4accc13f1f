import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { decryptFile, encryptFile } from "@/lib/crypto/files";
import { newId } from "@/lib/db/new-id";
import { isRecordId } from "@/lib/db/record-id";

test("a file reads back as it was, and twice encrypted is never the same", () => {
  for (const bytes of [Buffer.alloc(0), randomBytes(1), randomBytes(100_000)]) {
    const sealed = encryptFile(bytes);
    expect(decryptFile(sealed).equals(bytes)).toBe(true);
    expect(Buffer.from(encryptFile(bytes)).equals(Buffer.from(sealed))).toBe(false);
  }
});

test("one changed bit, anywhere, is noticed", () => {
  const sealed = encryptFile(Buffer.from("企业名录"));
  for (let at = 0; at < sealed.length; at++) {
    const broken = Uint8Array.from(sealed);
    broken[at] = (broken[at] ?? 0) ^ 1;
    expect(() => decryptFile(broken)).toThrow();
  }
  expect(() => decryptFile(sealed.subarray(0, sealed.length - 1))).toThrow();
});

test("ids are UUIDs of version 7, in order of time", () => {
  const ids = [1, 1_700_000_000_000, 1_800_000_000_000, 2 ** 47].map((now) => newId(now));
  expect(ids.every((id) => isRecordId(id) && id[14] === "7" && "89ab".includes(id[19] ?? ""))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(Array.from({ length: 1_000 }, () => newId())).size).toBe(1_000);
});
