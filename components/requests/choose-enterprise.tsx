import { EmptyState } from "@/components/shell/empty-state";

/** Which enterprise it is about: found by typing, chosen by one press. A plain form that works everywhere. */
export function ChooseEnterprise(props: {
  path: string;
  text: string;
  found: { id: string; name: string; address: string | null }[];
}) {
  return (
    <div className="panel max-w-2xl">
      <form action={props.path} className="mb-3 flex gap-2">
        <input
          type="search"
          name="q"
          aria-label="搜索企业"
          placeholder="企业名称、拼音首字母或信用代码"
          defaultValue={props.text}
          maxLength={50}
          className="input"
        />
        <button type="submit" className="button">
          搜索
        </button>
      </form>
      {props.found.length === 0 && <EmptyState title="没有找到企业">可换用名称中的其他字。</EmptyState>}
      {props.found.map((enterprise) => (
        <a key={enterprise.id} href={`${props.path}?enterprise=${enterprise.id}`} className="tile">
          <strong>{enterprise.name}</strong>
          {enterprise.address && <span className="muted">{enterprise.address}</span>}
        </a>
      ))}
    </div>
  );
}
