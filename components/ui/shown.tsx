"use client";

import { useEffect, useRef, useState } from "react";
import type { ShownOnce } from "@/lib/forms/form-state";

/** What is shown once, in place of the form that made it: the text to copy, what to do with it, and the way on. */
export function Shown(props: ShownOnce) {
  const title = useRef<HTMLHeadingElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  /** Without JavaScript there is no button that could copy. */
  const [canCopy, setCanCopy] = useState(false);
  useEffect(() => {
    title.current?.focus();
    setCanCopy(true);
  }, []);
  const copy = () => {
    text.current?.select();
    // The clipboard API exists on https only; many portals run on an intranet without it.
    setCopied(document.execCommand("copy"));
  };
  return (
    <div className="grid gap-3" role="status">
      <h2 ref={title} tabIndex={-1}>
        {props.title}
      </h2>
      {/* biome-ignore lint/performance/noImgElement: an SVG drawn on the spot, there is nothing to optimize */}
      {props.picture && <img src={props.picture} alt={props.title} className="w-full max-w-md" />}
      <textarea
        ref={text}
        className="input break-all"
        aria-label={props.title}
        readOnly
        rows={3}
        value={props.text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>{props.note}</p>
      <div className="flex flex-wrap gap-3">
        {canCopy && (
          <button type="button" className="button button-primary" onClick={copy}>
            {isCopied ? "已复制" : "复制"}
          </button>
        )}
        <a href={props.href} className="button">
          继续
        </a>
      </div>
    </div>
  );
}
