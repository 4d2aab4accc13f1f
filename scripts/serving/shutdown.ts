import { stopChildren } from "@/scripts/serving/children";
import { whenNpmIsGone } from "@/scripts/setup/parent.mjs";

/** What is to be stopped, in order, and what to do when there is no time left. */
export type Shutdown = {
  /** Adds a thing to stop. The last added is stopped first. */
  add(stop: () => Promise<void>): void;
  /** Adds what ends a thing at once, for a second Ctrl-C or when the time is up. */
  addForce(force: () => void | Promise<void>): void;
  /** Stops everything in order and ends the process. */
  begin(exitCode: number): Promise<never>;
};

const patienceMs = 28_000;

/**
 * Stops in order at SIGINT, SIGTERM, SIGHUP, or when the program that started this one is gone.
 * A second Ctrl-C, or 28 seconds, ends everything at once.
 */
export function prepareShutdown(): Shutdown {
  const stops: (() => Promise<void>)[] = [];
  const forces: (() => void | Promise<void>)[] = [];
  let begunAt = 0;

  const force = async (): Promise<never> => {
    stopChildren();
    await Promise.allSettled(forces.map((end) => end()));
    process.exit(1);
  };
  const begin = async (exitCode: number): Promise<never> => {
    if (begunAt > 0) return new Promise(() => {});
    begunAt = Date.now();
    setTimeout(() => void force(), patienceMs).unref();
    stopChildren();
    for (const stop of stops.reverse()) await stop().catch((error) => console.error(String(error)));
    process.exit(exitCode);
  };
  const onSignal = () => {
    if (begunAt === 0) {
      console.log("\n正在停止：先等正在处理的请求完成，再停数据库……（再按一次 Ctrl-C 立即结束）");
      void begin(0);
      // npm and the terminal may each deliver the same Ctrl-C.
    } else if (Date.now() - begunAt > 700) {
      void force();
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  process.on("disconnect", () => void begin(0));
  process.channel?.unref();
  if (!process.channel) whenNpmIsGone(() => void begin(0));
  // The terminal may be closed before we are done writing to it.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  return { add: (stop) => stops.push(stop), addForce: (end) => forces.push(end), begin };
}
