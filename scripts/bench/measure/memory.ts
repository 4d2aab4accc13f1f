import { execFileSync } from "node:child_process";

/** Watches the resident memory of the server's process; `stop` gives the highest value seen, in MiB. */
export function watchMemory(port: number): { stop: () => number } {
  let highest = 0;
  const pid = listenerOf(port);
  const timer = setInterval(() => {
    highest = Math.max(highest, residentMiB(pid));
  }, 250);
  return {
    stop: () => {
      clearInterval(timer);
      return highest;
    },
  };
}

function residentMiB(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

function listenerOf(port: number): number {
  const found = /pid=(\d+)/.exec(execFileSync("ss", ["-ltnpH", `sport = :${port}`], { encoding: "utf8" }));
  if (!found) throw new Error(`nobody listens on port ${port}`);
  return Number(found[1]);
}
