"use client";

import { useEffect, useRef, useState } from "react";
import { saveUnsent, unsentCount, wipeDevice } from "@/components/field/leaving/leave-device";

/**
 * Stands inside the log-out form of somebody who works in the field: nobody leaves without knowing what has not been
 * sent. Without JavaScript there is no queue, and the form simply logs out.
 */
export function LogOutGuard() {
  const place = useRef<HTMLDialogElement>(null);
  const mayLeave = useRef(false);
  const [count, setCount] = useState(0);
  const leave = () => {
    mayLeave.current = true;
    place.current?.close();
    place.current?.closest("form")?.requestSubmit();
  };

  useEffect(() => {
    const form = place.current?.closest("form");
    const ask = async (event: SubmitEvent) => {
      if (mayLeave.current) return;
      event.preventDefault();
      const waiting = await unsentCount().catch(() => 0);
      setCount(waiting);
      if (waiting === 0) leave();
      else place.current?.showModal();
    };
    form?.addEventListener("submit", ask);
    return () => form?.removeEventListener("submit", ask);
  });

  return (
    <dialog
      ref={place}
      aria-labelledby="leave-title"
      className="m-auto w-[min(24rem,92vw)] rounded-md border border-line p-4 backdrop:bg-black/40"
    >
      <h2 id="leave-title">还有 {count} 条外勤记录没有送出</h2>
      <p className="my-2">退出登录会清除本机的记录。请先联网送出，或存成文件，以后再载入。</p>
      <div className="grid gap-2">
        <a className="button button-primary" href="/field#queue">
          去外勤页送出
        </a>
        <button type="button" className="button" onClick={saveUnsent}>
          存成文件
        </button>
        <button
          type="button"
          className="button button-danger"
          onClick={async () => {
            await wipeDevice();
            leave();
          }}
        >
          清除并退出
        </button>
        <button type="button" className="button" onClick={() => place.current?.close()}>
          不退出
        </button>
      </div>
    </dialog>
  );
}
