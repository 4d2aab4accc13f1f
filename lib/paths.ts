import "server-only";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";

/** The folder that holds everything the portal keeps on disk: `DATA_DIR`, or `.data` in the project. */
export function dataDir(): string {
  return resolve(/*turbopackIgnore: true*/ process.cwd(), process.env.DATA_DIR || ".data");
}

/** What lies in the data folder. Uploads and exports hold personal data, so their folders are closed to others. */
type DataFolder = "imports" | "exports" | "files" | "logs" | "backups";

/** A folder inside the data folder, made when missing, readable by this account only. */
export function dataFolder(name: DataFolder): string {
  const folder = resolve(/*turbopackIgnore: true*/ dataDir(), name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
