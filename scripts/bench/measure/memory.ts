import { existsSync, readFileSync } from "node:fs";

/** Watches the resident memory of a process (Linux); `stop` gives the highest value seen, in MiB. */
export function watchMemory(pid: number): { stop: () => number } {
  let highest = 0;
  const look = () => {
    const path = `/proc/${pid}/status`;
    const resident = existsSync(path) ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(path, "utf8"))?.[1] : 0;
    highest = Math.max(highest, Number(resident ?? 0) / 1024);
  };
  const timer = setInterval(look, 100);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return highest;
    },
  };
}
