import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { DomainError } from "@/lib/errors";
import { keptPath, refuseFullDisk } from "@/lib/files/file-folder";
import { giveOutFile } from "@/lib/files/give-out";
import { openSealedFile, removeSealedFile, sealFile } from "@/lib/files/sealed-file";

const home = mkdtempSync(join(tmpdir(), "files-"));
beforeAll(() => vi.stubEnv("DATA_DIR", home));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

async function sealed(bytes: Buffer): Promise<string> {
  const [id, from] = [randomUUID(), join(home, "source")];
  writeFileSync(from, bytes);
  await sealFile(id, from);
  return id;
}

async function readBack(id: string): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(openSealedFile(id)));
}

const frame = 64 * 1024;

describe("a sealed file", () => {
  test.each([0, 1, frame - 1, frame, frame + 1, 3 * frame, 1_000_000])(
    "of %i bytes reads as it was",
    async (length) => {
      const bytes = randomBytes(length);
      expect((await readBack(await sealed(bytes))).equals(bytes)).toBe(true);
    },
  );

  test("shows nothing of its text on the disk, and never twice the same", async () => {
    const text = Buffer.from("党员名册".repeat(100));
    const [first, second] = [await sealed(text), await sealed(text)].map((id) => readFileSync(keptPath(id)));
    expect(first?.includes("党员")).toBe(false);
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false);
  });

  const length = 36 + 2 * (frame + 16) + 10 + 16;
  const damages: [string, (file: Buffer) => Buffer][] = [
    ["a changed bit in the first frame", (file) => flipped(file, 40)],
    ["a changed bit in the last frame", (file) => flipped(file, length - 20)],
    ["another head", (file) => flipped(file, 10)],
    ["another mark", (file) => flipped(file, 0)],
    ["the last frame left out", (file) => file.subarray(0, 36 + 2 * (frame + 16))],
    ["a cut in the middle of a frame", (file) => file.subarray(0, length - 12)],
    ["bytes added", (file) => Buffer.concat([file, Buffer.alloc(40)])],
    [
      "frames that changed places",
      (file) => {
        const [one, two] = [file.subarray(36, 36 + frame + 16), file.subarray(36 + frame + 16, 36 + 2 * (frame + 16))];
        return Buffer.concat([file.subarray(0, 36), two, one, file.subarray(36 + 2 * (frame + 16))]);
      },
    ],
    ["nothing left", () => Buffer.alloc(0)],
  ];
  test.each(damages)("%s is found", async (_what, damage) => {
    const id = await sealed(randomBytes(2 * frame + 10));
    const file = readFileSync(keptPath(id));
    expect(file).toHaveLength(length);
    writeFileSync(keptPath(id), damage(file));
    await expect(readBack(id)).rejects.toThrow();
  });

  test("is no other file's, and reads under no other key", async () => {
    const id = await sealed(Buffer.from("a"));
    const other = randomUUID();
    writeFileSync(keptPath(other), readFileSync(keptPath(id)));
    await expect(readBack(other)).rejects.toThrow();
    vi.stubEnv("DATA_KEY", Buffer.alloc(32, 1).toString("base64"));
    await expect(readBack(id)).rejects.toThrow();
    vi.stubEnv("DATA_KEY", Buffer.alloc(32, "unit-tests-only-").toString("base64"));
    expect((await readBack(id)).toString()).toBe("a");
  });

  test("a sealing that breaks off leaves nothing behind", async () => {
    const id = randomUUID();
    await expect(sealFile(id, join(home, "not-there"))).rejects.toThrow();
    expect([existsSync(keptPath(id)), existsSync(`${keptPath(id)}.part`)]).toEqual([false, false]);
  });
});

test("S48: nothing but an id names a kept file", () => {
  for (const id of ["../secrets.json", "a/b", "", "..", `${randomUUID()}/..`]) expect(() => keptPath(id)).toThrow();
});

describe("giving out", () => {
  const told = (id: string, byteCount: number) => ({ id, name: "记录.pdf", mediaType: "application/pdf", byteCount });

  test("S40: a download that no browser opens in the page or keeps", async () => {
    const bytes = randomBytes(200_000);
    const reply = await giveOutFile(told(await sealed(bytes), bytes.length));
    expect(Buffer.from((await reply?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(bytes)).toBe(true);
    expect(reply?.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(reply?.headers.get("x-content-type-options")).toBe("nosniff");
    expect(reply?.headers.get("cache-control")).toBe("no-store");
    expect(reply?.headers.get("content-security-policy")).toContain("sandbox");
  });

  test("a file that is gone is not there; a damaged one is no answer", async () => {
    const id = await sealed(Buffer.from("a"));
    writeFileSync(keptPath(id), flipped(readFileSync(keptPath(id)), 40));
    await expect(giveOutFile(told(id, 1))).rejects.toThrow();
    await removeSealedFile(id);
    await removeSealedFile(id);
    expect(await giveOutFile(told(id, 1))).toBeNull();
  });
});

test("S47: a full disk is said to the person; other errors stay what they are", () => {
  const full = refuseFullDisk(Object.assign(new Error("write"), { code: "ENOSPC" }));
  expect(full).toBeInstanceOf(DomainError);
  expect((full as DomainError).message).toContain("磁盘空间不足");
  const other = new Error("else");
  expect(refuseFullDisk(other)).toBe(other);
});

function flipped(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
