import "server-only";
import { db } from "@/lib/db/client";

let isSample: boolean | undefined;

/** True when the database holds the samples. They come before the server and never leave: asked once a process. */
export async function hasSamples(): Promise<boolean> {
  isSample ??= (await db.committeeSetting.count({ where: { key: "isSample" } })) > 0;
  return isSample;
}
