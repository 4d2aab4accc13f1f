"use client";

import { useEffect, useState } from "react";
import { leaveDevice, saveUnsent, unsentCount, wipeDevice } from "@/components/field/leaving/leave-device";

/**
 * Stands on the page one sees after logging out: the device forgets the field desk. What has not been sent, when one
 * left by another way than the guarded button, is never cleared without a word.
 */
export function ForgetField() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!("indexedDB" in window)) return;
    leaveDevice()
      .then(async (isClear) => setCount(isClear ? 0 : await unsentCount()))
      // Where nothing can be kept, nothing is left.
      .catch(() => setCount(0));
  }, []);
  if (count === 0) return null;
  return (
    <div role="alert" className="mt-2 grid gap-2">
      <p className="text-attention">
        本机还有 {count} 条外勤记录没有送出。重新登录即可送出；这不是您的手机时，请存成文件后清除。
      </p>
      <button type="button" className="button" onClick={saveUnsent}>
        存成文件
      </button>
      <button
        type="button"
        className="button button-danger"
        onClick={async () => {
          await wipeDevice();
          setCount(0);
        }}
      >
        清除本机记录
      </button>
    </div>
  );
}
