// Plain JavaScript: used before anything is installed, and by the program it becomes.
import { readFileSync } from "node:fs";

/**
 * Calls back once when npm, which started this program through a shell, is gone.
 * npm passes a SIGTERM to that shell alone: without this, the portal would outlive `npm start` unseen.
 */
export function whenNpmIsGone(callback) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const line = lineage();
  const watch = setInterval(() => {
    if (lineage() === line) return;
    clearInterval(watch);
    callback();
  }, 250);
  watch.unref();
}

/** The shell above us and npm above the shell. Either of them changes when it dies. */
function lineage() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid) {
  try {
    return /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
