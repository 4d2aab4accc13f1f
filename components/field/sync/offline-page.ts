/** Registers the worker that opens this page without a network, and has it keep the page as it is now. */
export async function keepPageOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { scope: "/field", updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    const shown = ["/manifest.webmanifest", "/icon.svg"];
    active?.postMessage({ kind: "keep-page", files: [...loaded, ...shown] });
    // Asked for, not needed: a phone short of room then clears others first.
    await navigator.storage?.persist?.();
  } catch {
    // Without a worker the desk works as long as its page stays open.
  }
}

/** After a log-out the page is not kept either. */
export async function forgetPageOffline(): Promise<void> {
  if ("serviceWorker" in navigator) {
    const registration = await navigator.serviceWorker.getRegistration("/field");
    registration?.active?.postMessage({ kind: "forget-page" });
    await registration?.unregister();
  }
  if ("caches" in window) await caches.delete("field-desk");
}
