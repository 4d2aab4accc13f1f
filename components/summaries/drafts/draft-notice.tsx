export type Notice =
  | { kind: "none" | "saving" | "lapsed" | "unreachable" | "restored" }
  | { kind: "saved"; at: string }
  | { kind: "refused"; message: string }
  | { kind: "conflict"; mine: Record<string, string>; theirs: Record<string, string> };

type Props = {
  notice: Notice;
  /** The names of the fields, as people call them. */
  labels: Record<string, string>;
  onSave: () => void;
  onOverwrite: () => void;
  onTakeTheirs: () => void;
};

const box = "rounded-md border border-attention px-3 py-2";

/** One line that says whether what was typed is safe, and what to do when it is not. */
export function DraftNotice({ notice, ...props }: Props) {
  switch (notice.kind) {
    case "none":
      return null;
    case "saving":
      return <p className="muted">正在保存…</p>;
    case "saved":
      return <p className="text-good">已自动保存（{notice.at}）</p>;
    case "restored":
      return <p className="text-attention">已恢复上次没有保存成功的内容，正在保存。</p>;
    case "unreachable":
      return (
        <p className={box}>暂时连不上服务器。填写的内容保留在本页和本机，连通后自动再保存，请不要清除浏览器数据。</p>
      );
    case "lapsed":
      return (
        <p className={box}>
          登录已过期，填写的内容没有丢失，保留在本页和本机。请
          <a href="/login" target="_blank" rel="noreferrer">
            在新窗口登录
          </a>
          ，回到这里再保存。{" "}
          <button type="button" className="button" onClick={props.onSave}>
            再次保存
          </button>
        </p>
      );
    case "refused":
      return <p className={box}>没有保存：{notice.message}填写的内容仍在本页。</p>;
    case "conflict":
      return <Conflict {...props} mine={notice.mine} theirs={notice.theirs} />;
  }
}

function Conflict(props: Omit<Props, "notice"> & { mine: Record<string, string>; theirs: Record<string, string> }) {
  const differing = Object.keys(props.mine).filter(
    (name) => (props.mine[name] ?? "").trimEnd() !== (props.theirs[name] ?? "").trimEnd(),
  );
  return (
    <div className={`${box} grid gap-3`}>
      <p className="font-medium">另一窗口已保存较新的内容。这里的内容没有保存，也没有覆盖对方，请选择保留哪一份。</p>
      {differing.map((name) => (
        <div key={name} className="grid gap-2 sm:grid-cols-2">
          <Side title={`${props.labels[name] ?? name}：这里的内容`} text={props.mine[name] ?? ""} />
          <Side title={`${props.labels[name] ?? name}：已保存的内容`} text={props.theirs[name] ?? ""} />
        </div>
      ))}
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button" onClick={props.onOverwrite}>
          保存这里的内容
        </button>
        <button type="button" className="button" onClick={props.onTakeTheirs}>
          改用已保存的内容
        </button>
      </div>
    </div>
  );
}

function Side(props: { title: string; text: string }) {
  return (
    <div className="min-w-0">
      <p className="muted text-xs">{props.title}</p>
      <p className="whitespace-pre-wrap break-words">{props.text || "（空）"}</p>
    </div>
  );
}
