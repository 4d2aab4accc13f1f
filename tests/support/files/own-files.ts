import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, vi } from "vitest";
import { type KeptFile, keepFile } from "@/lib/files/keep-file";
import { sampleFiles } from "@/tests/support/files/sample-files";

type Keep = (name: string, text?: string) => Promise<KeptFile>;

/** Gives a test file a data folder of its own, gone afterwards, and a way to keep a small PDF in it, each unlike the last. */
export function giveOwnFiles(): Keep {
  const home = mkdtempSync(join(tmpdir(), "own-files-"));
  beforeAll(() => vi.stubEnv("DATA_DIR", home));
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true, force: true });
  });
  return async (name, text = randomUUID()) => {
    const path = join(home, randomUUID());
    const bytes = Buffer.concat([(await sampleFiles()).pdf ?? Buffer.alloc(0), Buffer.from(`%${text}`)]);
    writeFileSync(path, bytes);
    return keepFile({ path, name, byteCount: bytes.length, fields: new Map() });
  };
}
