"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Renews the page while something is under way; it stops with the page that shows it. */
export function Refresh(props: { everyMs: number }) {
  const router = useRouter();
  const { everyMs } = props;
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return (
    <noscript>
      <a href="?">刷新进度</a>
    </noscript>
  );
}
