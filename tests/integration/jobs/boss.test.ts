import { expect, test, vi } from "vitest";
import { startJobs, wakeJob } from "@/lib/jobs/boss";

test("a job runs when the worker starts, and again whenever it is woken; one that fails is tried again", async () => {
  let runs = 0;
  const boss = await startJobs([
    {
      name: "test.count",
      run: async () => {
        runs += 1;
        if (runs === 2) throw new Error("interrupted");
      },
    },
  ]);
  try {
    await vi.waitFor(() => expect(runs).toBe(1), { timeout: 8_000 });
    wakeJob("test.count");
    await vi.waitFor(() => expect(runs).toBeGreaterThanOrEqual(3), { timeout: 12_000 });
    expect(await startJobs([])).toBe(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
});
