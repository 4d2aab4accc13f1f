import "server-only";
import { chmodSync, existsSync, mkdirSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder that holds everything the portal keeps on disk: `DATA_DIR`, or `.data` in the project. */
export function dataDir(): string {
  return resolve(/*turbopackIgnore: true*/ process.cwd(), process.env.DATA_DIR || ".data");
}

/**
 * Makes a data folder if need be and returns its real name. Only its owner can look inside; root's can also be
 * passed through, for root's database runs as another account.
 */
export function makeDataDir(folder: string = dataDir()): string {
  const wanted = resolve(/*turbopackIgnore: true*/ folder);
  const isNew = !existsSync(wanted);
  mkdirSync(wanted, { recursive: true });
  if (isNew) chmodSync(wanted, process.getuid?.() === 0 ? 0o711 : 0o700);
  const home = realpathSync(wanted);
  mkdirSync(join(home, "locks"), { recursive: true, mode: 0o700 });
  return home;
}
