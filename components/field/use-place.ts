"use client";

import { useSyncExternalStore } from "react";

/** Where one is on the desk. It stands behind the `#`: the phone's back button works, without a network too. */
export type Place = { view: "home" | "visit" | "duty" | "request" | "shift-request" | "queue" | "mend"; id: string };

const views = ["visit", "duty", "request", "shift-request", "queue", "mend"] as const;

/** `#visit/<id>` and the like; anything else is home. */
export function readPlace(hash: string): Place {
  const [name = "", id = ""] = hash.replace(/^#/, "").split("/");
  const view = views.find((known) => known === name);
  return view ? { view, id } : { view: "home", id: "" };
}

function onMove(tell: () => void): () => void {
  window.addEventListener("hashchange", tell);
  return () => window.removeEventListener("hashchange", tell);
}

/** The place shown now; null on the server and before the page is alive, where links lead to whole pages. */
export function usePlace(): Place | null {
  const hash = useSyncExternalStore(
    onMove,
    () => location.hash,
    () => null,
  );
  return hash === null ? null : readPlace(hash);
}
