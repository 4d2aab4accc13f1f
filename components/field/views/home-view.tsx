"use client";

import { useState } from "react";
import { Tap } from "@/components/field/forms/form-parts";
import type { Queue } from "@/components/field/queue/item";
import { foundTargets, type Listed, listedTargets } from "@/components/field/views/find-targets";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { FieldPack, FieldTarget } from "@/lib/field/queries/field-pack";

const lists: [Listed, string][] = [
  ["due", "该走访"],
  ["recent", "最近走访"],
  ["all", "全部"],
];
const dueWords: Record<FieldTarget["due"], [BadgeTone, string]> = {
  OVERDUE: ["bad", "逾期"],
  DUE: ["attention", "本月应走访"],
  DONE: ["good", "本月已走访"],
  LATER: ["plain", "未到期"],
};
/** As many as a thumb scrolls through; the others are found by typing. */
const shownAtOnce = 30;

/** Today's duty, and whom to visit: by who is due, who was visited lately, or by typing. */
export function HomeView(props: { pack: FieldPack; queue: Queue; isAlive: boolean }) {
  const { pack, queue, isAlive } = props;
  const dueCount = listedTargets(pack.targets, "due").length;
  const [list, setList] = useState<Listed>(dueCount > 0 ? "due" : "all");
  const [text, setText] = useState("");
  const targets = text ? foundTargets(pack.targets, text) : listedTargets(pack.targets, list);
  return (
    <>
      <Duty pack={pack} queue={queue} isAlive={isAlive} />
      <section className="panel grid gap-3" aria-label="记一次走访">
        <h2>记一次走访</h2>
        {isAlive && (
          <>
            <input
              className="input"
              type="search"
              aria-label="按名称或拼音首字母找"
              placeholder="名称或拼音首字母，如 ydkj"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            {!text && (
              <div className="flex flex-wrap gap-2">
                {lists.map(([name, label]) => (
                  <Tap key={name} isOn={list === name} onTap={() => setList(name)}>
                    {label}
                  </Tap>
                ))}
              </div>
            )}
          </>
        )}
        <ul>
          {targets.slice(0, shownAtOnce).map((target) => (
            <li key={target.id}>
              <TargetTile target={target} isAlive={isAlive} isWaiting={isWritten(queue, target.id)} />
            </li>
          ))}
        </ul>
        {targets.length === 0 && <p className="muted">{emptyWords(pack, text, list)}</p>}
        {targets.length > shownAtOnce && (
          <p className="muted">
            共 {targets.length} 家，先列 {shownAtOnce} 家。请输入名称查找其余的。
          </p>
        )}
      </section>
      <p className="muted text-xs">企业信息截至 {pack.day}。本机不存证件号码和电话，退出登录时清除。</p>
      {isAlive && !window.isSecureContext && (
        <p className="text-attention text-xs">
          本平台没有使用 https，断网后不能重新打开本页；已打开的页面照常填写。请联系系统管理员。
        </p>
      )}
    </>
  );
}

function emptyWords({ targets }: FieldPack, text: string, list: Listed): string {
  if (targets.length === 0) return "还没有安排您联系的企业和党支部。请联系党委工作人员。";
  if (text) return "没有找到。请换一个字或拼音首字母。";
  return list === "due" ? "本月的走访都已完成。" : "还没有走访记录。";
}

function TargetTile(props: { target: FieldTarget; isAlive: boolean; isWaiting: boolean }) {
  const { target } = props;
  const [tone, word] = dueWords[target.due];
  const here = `#visit/${target.id}`;
  return (
    <a href={props.isAlive ? here : `/visits/new?to=${target.kind}:${target.id}`} className="tile min-h-12">
      <strong>{target.name}</strong>
      <span className="muted">
        {target.lastVisit ? `上次 ${target.lastVisit.visitedOn}` : "还没有走访"}
        {target.requests.length > 0 && `，${target.requests.length} 项诉求未办结`}
      </span>
      {props.isWaiting ? <Badge tone="info">已记，待送出</Badge> : <Badge tone={tone}>{word}</Badge>}
    </a>
  );
}

/** Shifts that wait for their log, and the next ones. */
function Duty({ pack, queue, isAlive }: { pack: FieldPack; queue: Queue; isAlive: boolean }) {
  if (pack.shifts.length === 0) return null;
  const next = pack.shifts.filter(({ dutyOn }) => dutyOn > pack.day);
  const open = pack.shifts.filter(({ dutyOn }) => dutyOn <= pack.day).toReversed();
  return (
    <section className="panel" aria-label="驻点">
      <h2 className="mb-2">驻点</h2>
      {open.map((shift) => {
        const isWaiting = isWritten(queue, shift.id);
        const words = (
          <>
            <strong>{shift.pointName}</strong>
            <span className="muted">
              {shift.dutyOn === pack.day ? "今天" : shift.dutyOn}，{isWaiting ? "已填写，待送出" : "填写驻点记录"}
            </span>
          </>
        );
        return !isWaiting ? (
          <a key={shift.id} href={isAlive ? `#duty/${shift.id}` : `/duty/${shift.id}`} className="tile min-h-12">
            {words}
          </a>
        ) : (
          <div key={shift.id} className="tile min-h-12">
            {words}
          </div>
        );
      })}
      {next.length > 0 && (
        <p className="muted">接下来：{next.map(({ dutyOn, pointName }) => `${dutyOn} ${pointName}`).join("；")}</p>
      )}
    </section>
  );
}

/** Whether something on it is on this phone only. */
function isWritten(queue: Queue, id: string): boolean {
  return queue.some(
    ({ state, kind, payload }) =>
      (state === "WAITING" || state === "SENDING") &&
      kind !== "REQUEST" &&
      [payload.enterpriseId, payload.branchId, payload.id].includes(id),
  );
}
