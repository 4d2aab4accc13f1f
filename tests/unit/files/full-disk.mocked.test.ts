import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { withUpload } from "@/lib/files/receive-upload";

// A disk that takes 100 kB and no more.
vi.mock("node:fs", async (load) => ({
  ...(await load<typeof import("node:fs")>()),
  createWriteStream: () => {
    let written = 0;
    return new Writable({
      write(chunk: Buffer, _encoding, done) {
        written += chunk.length;
        done(written > 100_000 ? Object.assign(new Error("no space"), { code: "ENOSPC" }) : null);
      },
    });
  },
}));

const home = mkdtempSync(join(tmpdir(), "full-"));
beforeAll(() => vi.stubEnv("DATA_DIR", home));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

test("S47: a disk that takes no more is said in words, and the upload neither hangs nor leaves a rest", async () => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(5_000_000)], "记录.pdf"));
  const formed = new Request("http://portal/upload", { method: "POST", body: form });
  const body = await formed.clone().arrayBuffer();
  const request = new Request("http://portal/upload", {
    method: "POST",
    body,
    headers: {
      "content-type": formed.headers.get("content-type") ?? "",
      "content-length": String(body.byteLength),
    },
  });
  const use = vi.fn();
  await expect(withUpload(request, use)).rejects.toThrow("磁盘空间不足");
  expect(use).not.toHaveBeenCalled();
  expect(readdirSync(join(home, "files/incoming"))).toEqual([]);
});
