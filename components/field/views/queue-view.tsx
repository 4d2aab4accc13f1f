"use client";

import { useState } from "react";
import type { Queue, QueueItem } from "@/components/field/queue/item";
import { isMendable, merged, removed, sentAgain, unsent } from "@/components/field/queue/queue";
import { readQueueFile } from "@/components/field/queue/read-queue-file";
import { saveAsFile } from "@/components/field/queue/save-as-file";
import { writeQueueFile } from "@/components/field/queue/write-queue-file";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { formatInstant } from "@/lib/calendar";

const states: Record<QueueItem["state"], [BadgeTone, string]> = {
  WAITING: ["attention", "待送出"],
  SENDING: ["info", "正在送出"],
  SENT: ["good", "已送出"],
  REFUSED: ["bad", "待改正"],
};
const kinds: Record<QueueItem["kind"], string> = { VISIT: "走访", DUTY_LOG: "驻点", REQUEST: "诉求" };

type Props = { userId: string; queue: Queue; onChange: (change: (queue: Queue) => Queue) => void };

/** Everything written down here and what became of it; those to be put right first. */
export function QueueView({ userId, queue, onChange }: Props) {
  const [answer, setAnswer] = useState("");
  const order = ["REFUSED", "SENDING", "WAITING", "SENT"];
  const items = queue.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));

  async function load(file: File | undefined) {
    if (!file) return;
    const read =
      file.size > 20_000_000 ? { refusal: "文件太大，没有载入。" } : readQueueFile(await file.text(), userId);
    if ("refusal" in read) return setAnswer(read.refusal);
    onChange((before) => merged(before, read.items));
    setAnswer(`已载入 ${read.items.length} 条，已在本机的不重复载入。`);
  }

  return (
    <section className="grid gap-3" aria-label="记录">
      {items.length === 0 && <p className="panel">本机没有记录。新记的走访、驻点和诉求会列在这里。</p>}
      <ul className="grid gap-2">
        {items.map((item) => (
          <li key={item.id} className="panel grid gap-1">
            <p className="flex items-start justify-between gap-2">
              <strong className="min-w-0 break-words">
                {kinds[item.kind]}：{item.title}
              </strong>
              <Badge tone={states[item.state][0]}>{states[item.state][1]}</Badge>
            </p>
            <p className="muted">{formatInstant(new Date(item.recordedAt))} 填写</p>
            {item.message && <p className={item.state === "REFUSED" ? "text-bad" : "muted"}>{item.message}</p>}
            {isMendable(item) && <Mending item={item} onChange={onChange} />}
          </li>
        ))}
      </ul>
      <div className="panel grid gap-2">
        <h2>存成文件</h2>
        <p className="muted">换手机或要清除浏览器时，先把未送出的记录存成文件，再在另一处用同一账号载入。</p>
        <button
          type="button"
          className="button"
          disabled={unsent(queue).length === 0}
          onClick={() => saveAsFile("外勤记录.json", writeQueueFile(userId, queue, new Date().toISOString()))}
        >
          把未送出的存成文件
        </button>
        <label className="button">
          载入文件
          <input
            className="sr-only"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              void load(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </label>
        <p role="status">{answer}</p>
      </div>
    </section>
  );
}

function Mending({ item, onChange }: { item: QueueItem; onChange: Props["onChange"] }) {
  const [isSure, setIsSure] = useState(false);
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      <a className="button" href={`#mend/${item.id}`}>
        改正
      </a>
      {item.state === "REFUSED" && (
        <button type="button" className="button" onClick={() => onChange((queue) => sentAgain(queue, item.id))}>
          再送一次
        </button>
      )}
      {isSure ? (
        <button
          type="button"
          className="button button-danger"
          onClick={() => onChange((queue) => removed(queue, item.id))}
        >
          确认删除
        </button>
      ) : (
        <button type="button" className="button" onClick={() => setIsSure(true)}>
          删除
        </button>
      )}
    </div>
  );
}
