import { EmptyState } from "@/components/shell/empty-state";
import { listHref } from "@/components/shell/list-address";

/** Which enterprise it is about: found by typing, chosen by one press. A plain form that works everywhere. */
export function ChooseEnterprise(props: {
  path: string;
  text: string;
  found: { id: string; name: string; address: string | null }[];
  /** The duty shift in which it asks: kept by the choice. */
  shift: { id: string; dutyOn: string; pointName: string } | null;
}) {
  const { shift } = props;
  return (
    <div className="panel max-w-2xl">
      {shift && (
        <div className="mb-3">
          <p className="font-medium">
            驻点时提出：{shift.dutyOn} {shift.pointName}
          </p>
          <p className="muted">
            只列出由您联系或管理的企业。其他企业来访的，请写进驻点记录的“反映的事项”，或请党委工作人员登记。
          </p>
        </div>
      )}
      <form action={props.path} className="mb-3 flex gap-2">
        {shift && <input type="hidden" name="shift" value={shift.id} />}
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
        <a
          key={enterprise.id}
          href={listHref(props.path, { shift: shift?.id }, { enterprise: enterprise.id })}
          className="tile"
        >
          <strong>{enterprise.name}</strong>
          {enterprise.address && <span className="muted">{enterprise.address}</span>}
        </a>
      ))}
    </div>
  );
}
