import type { Queue } from "@/components/field/queue/item";
import { unsent } from "@/components/field/queue/queue";
import type { Standing } from "@/components/field/sync/field-sync";

/** Whether there is a network, what is on this phone only, and the way to it. */
export function StatusBar(props: { standing: Standing; queue: Queue; onSend: () => void }) {
  const { standing, queue } = props;
  const waiting = unsent(queue);
  const refused = waiting.filter(({ state }) => state === "REFUSED").length;
  return (
    <section className="panel grid gap-2" aria-label="网络与待送记录">
      <p role="status" aria-live="polite" className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Connection standing={standing} />
        <strong className={waiting.length > 0 ? "text-attention" : "text-good"}>
          {waiting.length > 0 ? `${waiting.length} 条未送出` : "记录已全部送出"}
        </strong>
        {refused > 0 && <strong className="text-bad">{refused} 条待改正</strong>}
      </p>
      <div className="grid grid-cols-2 gap-2">
        <a className="button" href="#queue">
          查看记录
        </a>
        <button
          type="button"
          className="button"
          onClick={props.onSend}
          disabled={standing.kind === "sending" || waiting.length === refused}
        >
          现在送出
        </button>
      </div>
    </section>
  );
}

function Connection({ standing }: { standing: Standing }) {
  switch (standing.kind) {
    case "idle":
      return <span className="text-good">● 已联网</span>;
    case "sending":
      return <span className="text-info">● 正在送出…</span>;
    case "unreachable":
      return <span className="text-attention">○ 没有网络，照常填写，联网后自动送出</span>;
    case "later":
      return <span className="text-attention">● 平台暂时没有保存，稍后自动再送</span>;
    case "turned-away":
      return <span className="text-bad">● {standing.message || "平台没有接收，请刷新页面后重试。"}</span>;
    case "lapsed":
      return (
        <span className="text-bad">
          ● 登录已过期，记录仍在本机。请
          <a href="/login?next=/field" className="underline">
            重新登录
          </a>
        </span>
      );
  }
}
