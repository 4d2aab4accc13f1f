// Plain JavaScript: used before anything is installed, and by the program it becomes.

/**
 * Calls back once when npm, which started this program through a shell, is gone.
 * npm passes a SIGTERM to that shell alone: without this, the portal would outlive `npm start` unseen.
 */
export function whenNpmIsGone(callback) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    callback();
  }, 250);
  watch.unref();
}
