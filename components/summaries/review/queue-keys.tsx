"use client";

import { useEffect } from "react";

/** Next and previous by key (j/k, arrows), as the links beside it; not while one types or ticks. */
export function QueueKeys(props: { previous: string | null; next: string | null }) {
  const { previous, next } = props;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const href = ways(event.key, previous, next);
      if (href) window.location.assign(href);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [previous, next]);
  return null;
}

function ways(key: string, previous: string | null, next: string | null): string | null {
  if (key === "j" || key === "ArrowRight") return next;
  if (key === "k" || key === "ArrowLeft") return previous;
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
