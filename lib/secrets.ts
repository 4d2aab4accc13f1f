import "server-only";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { OperatorError } from "@/lib/errors";
import { makeDataDir } from "@/lib/paths";

const secrets = z.object({
  DATA_KEY: z.string().min(40).max(100),
  NEXTAUTH_SECRET: z.string().min(32).max(200),
  databasePassword: z.string().min(20).max(200),
  databaseOwnerPassword: z.string().min(20).max(200),
});

export type Secrets = z.infer<typeof secrets>;

/**
 * The secrets of a portal that keeps its own database, made once into `secrets.json` of the data folder (mode 0600).
 * Refuses to make new ones with `mayCreate: false`: data encrypted under a lost key cannot be read with another.
 */
export function loadSecrets(dataDir: string, options: { mayCreate: boolean }): Secrets {
  const file = join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    if (!options.mayCreate) {
      throw new OperatorError(
        `找不到密钥文件 ${file}，而数据已经存在。\n没有原来的密钥，加密的身份证号和电话无法读取。请从备份恢复这个文件，不要新建。`,
      );
    }
    createSecrets(dataDir, file);
  }
  return readSecrets(file);
}

function readSecrets(file: string): Secrets {
  try {
    return secrets.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error) throw error;
    throw new OperatorError(`密钥文件 ${file} 已损坏，无法读取。请从备份恢复这个文件。`);
  }
}

/** Written beside and linked into place: readers see a whole file, and of two first starts only one wins. */
function createSecrets(dataDir: string, file: string): void {
  makeDataDir(dataDir);
  const draft = `${file}.${process.pid}.draft`;
  const handle = openSync(draft, "w", 0o600);
  writeSync(handle, `${JSON.stringify(newSecrets(), null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function newSecrets(): Secrets {
  return {
    DATA_KEY: randomBytes(32).toString("base64"),
    NEXTAUTH_SECRET: randomBytes(48).toString("base64"),
    databasePassword: randomBytes(24).toString("hex"),
    databaseOwnerPassword: randomBytes(24).toString("hex"),
  };
}
