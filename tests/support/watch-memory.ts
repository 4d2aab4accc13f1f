import { readdirSync, readFileSync } from "node:fs";

const MiB = 1024 * 1024;

/** Watches how far this process grows and, where the system tells it, the peak of the processes that read sheets. */
export function watchMemory() {
  const before = process.memoryUsage().rss;
  let peak = before;
  let readerMiB = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
    readerMiB = Math.max(readerMiB, ...readerPeaks());
  }, 10);
  return {
    stop() {
      clearInterval(timer);
      return { grownMiB: (peak - before) / MiB, readerMiB };
    },
  };
}

function readerPeaks(): number[] {
  if (process.platform !== "linux") return [];
  const children = readdirSync("/proc/self/task").flatMap((thread) =>
    readOrEmpty(`/proc/self/task/${thread}/children`).split(" ").filter(Boolean),
  );
  return children
    .filter((id) => readOrEmpty(`/proc/${id}/cmdline`).includes("sheets/reader"))
    .map((id) => Number(/VmHWM:\s+(\d+)/.exec(readOrEmpty(`/proc/${id}/status`))?.[1] ?? 0) / 1024);
}

/** A process may end between two looks. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
