import type { TestProject } from "vitest/node";
import { nameForRun, openTestServer } from "@/tests/support/test-server";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the run's databases live: an address whose database is replaced, the one to clone, and their names' start. */
    testServer: { url: string; template: string; prefix: string };
  }
}

/** One server for the whole run; each test file clones a database of its own (see `database.ts`). */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { embedded, template } = await openTestServer();
  project.provide("testServer", { url: embedded.url("postgres"), template, prefix: nameForRun("") });
  return () => embedded.release();
}
