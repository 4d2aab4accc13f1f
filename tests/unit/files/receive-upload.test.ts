import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { incomingPath } from "@/lib/files/file-folder";
import { fileLimits } from "@/lib/files/limits";
import { type Upload, withUpload } from "@/lib/files/receive-upload";

const home = mkdtempSync(join(tmpdir(), "uploads-"));
beforeAll(() => vi.stubEnv("DATA_DIR", home));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

type Sent = { announced?: number; name?: string; type?: string };

/** A form with one file as a browser posts it; `announced` and what comes may differ. */
function post(body: Buffer, { announced, type }: Sent = {}): Request {
  return new Request("http://portal/upload", {
    method: "POST",
    body: new Uint8Array(body),
    headers: {
      "content-type": type ?? "multipart/form-data; boundary=xxBOUNDARYxx",
      "content-length": String(announced ?? body.length),
    },
  });
}

function formWith(file: Buffer, name = "记录.pdf"): Buffer {
  return Buffer.concat([
    Buffer.from('--xxBOUNDARYxx\r\nContent-Disposition: form-data; name="requestKey"\r\n\r\nk1\r\n'),
    Buffer.from(`--xxBOUNDARYxx\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n`),
    Buffer.from("Content-Type: application/octet-stream\r\n\r\n"),
    file,
    Buffer.from("\r\n--xxBOUNDARYxx--\r\n"),
  ]);
}

const incoming = () => readdirSync(join(home, "files/incoming"));
beforeEach(() => void incomingPath());

const take = (request: Request) =>
  withUpload(request, async (upload: Upload) => ({ ...upload, bytes: readFileSync(upload.path) }));

describe("S45: a file comes whole or is refused, and nothing stays behind", () => {
  test.each([1, 200_000, fileLimits.fileBytes])("%i bytes arrive as they were sent", async (length) => {
    const file = randomBytes(length);
    const { bytes, name, byteCount, fields, path } = await take(post(formWith(file)));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(createHash("sha256").update(file).digest("hex"));
    expect([name, byteCount, fields.get("requestKey")]).toEqual(["记录.pdf", length, "k1"]);
    expect(existsSync(path)).toBe(false);
    expect(incoming()).toEqual([]);
  });

  test("one byte over the limit is refused, announced or not", async () => {
    const body = formWith(Buffer.alloc(fileLimits.fileBytes + 1));
    await expect(take(post(body))).rejects.toThrow("超过 20 MB");
    const far = post(formWith(Buffer.alloc(10)), { announced: fileLimits.fileBytes * 2 });
    await expect(take(far)).rejects.toThrow("超过 20 MB");
    expect(incoming()).toEqual([]);
  });

  test("a body cut on the way, or of another length than announced, is refused", async () => {
    const body = formWith(randomBytes(100_000));
    await expect(take(post(body.subarray(0, 60_000)))).rejects.toThrow("没有传完整");
    await expect(take(post(body, { announced: body.length + 1 }))).rejects.toThrow("没有传完整");
    expect(incoming()).toEqual([]);
  });

  test("a connection that breaks off does not hang, and leaves nothing", async () => {
    const start = formWith(randomBytes(300_000)).subarray(0, 150_000);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(start)),
      pull: (controller) => controller.error(new Error("reset")),
    });
    const headers = { "content-type": "multipart/form-data; boundary=xxBOUNDARYxx", "content-length": "300400" };
    const request = new Request("http://portal/upload", {
      method: "POST",
      body,
      headers,
      duplex: "half",
    } as RequestInit);
    await expect(take(request)).rejects.toThrow("没有传完整");
    expect(incoming()).toEqual([]);
  });

  test("no file, an empty file, no form, a form without a boundary", async () => {
    await expect(take(post(formWith(Buffer.alloc(0), "")))).rejects.toThrow("请先选择");
    await expect(take(post(formWith(Buffer.alloc(0))))).rejects.toThrow("文件是空的");
    await expect(take(post(Buffer.from("{}"), { type: "application/json" }))).rejects.toThrow("请先选择");
    await expect(take(post(formWith(Buffer.alloc(1)), { type: "multipart/form-data" }))).rejects.toThrow("没有传完整");
    expect(incoming()).toEqual([]);
  });

  test("what becomes of the file does not change that it goes", async () => {
    const failing = withUpload(post(formWith(Buffer.alloc(10))), async () => {
      throw new Error("refused later");
    });
    await expect(failing).rejects.toThrow("refused later");
    expect(incoming()).toEqual([]);
  });
});

test("G37: what a broken upload left behind goes after an hour", () => {
  const left = incomingPath();
  writeFileSync(left, "left");
  incomingPath();
  expect(existsSync(left)).toBe(true);
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1_000);
  utimesSync(left, longAgo, longAgo);
  incomingPath();
  expect(existsSync(left)).toBe(false);
});
