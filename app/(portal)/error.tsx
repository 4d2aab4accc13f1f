"use client";

/** One calm page for whatever went wrong; the digest finds the entry in the log. */
export default function PortalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="panel py-12 text-center">
      <h1>系统出错，请稍后再试</h1>
      <p className="muted mt-2">数据没有丢失。如果仍然出错，请把编号 {props.error.digest ?? "-"} 告诉管理员。</p>
      <p className="mt-4 flex justify-center gap-3">
        <button type="button" className="button" onClick={props.reset}>
          重试
        </button>
        <a className="button" href="/">
          回到工作台
        </a>
      </p>
    </div>
  );
}
