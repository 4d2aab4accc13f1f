import { type ListParams, listHref } from "@/components/shell/list-address";
import { groupLabels, subjectLabels } from "@/lib/audit/labels";
import type { AuditList } from "@/lib/audit/schema";

const path = "/audit";

/** The filters of the trail; the address is the filter. */
export function AuditFilters({ list, params }: { list: AuditList; params: ListParams }) {
  return (
    <form action={path} className="no-print mb-3 flex flex-wrap items-end gap-3">
      <label>
        从
        <input type="date" name="from" className="input" defaultValue={list.from ?? ""} />
      </label>
      <label>
        到
        <input type="date" name="to" className="input" defaultValue={list.to ?? ""} />
      </label>
      <label>
        人员
        <input name="actor" className="input" defaultValue={list.actor} maxLength={40} placeholder="姓名" />
      </label>
      <Choice name="group" label="操作类别" value={list.group} labels={groupLabels} />
      <Choice name="subjectType" label="对象类别" value={list.subjectType} labels={subjectLabels} />
      <label>
        对象
        <input name="subject" className="input" defaultValue={list.subject} maxLength={100} placeholder="名称或编号" />
      </label>
      <label className="flex min-h-9 items-center gap-2">
        <input
          type="checkbox"
          name="refused"
          value="1"
          defaultChecked={list.refused === "1"}
          className="size-4 accent-primary"
        />
        只看被拒绝的
      </label>
      <button type="submit" className="button">
        筛选
      </button>
      <a href={path} className="muted pb-2">
        清除
      </a>
      <a href={listHref("/api/audit/export", params, { before: undefined })} className="button ml-auto" download>
        导出 Excel
      </a>
    </form>
  );
}

function Choice(props: { name: string; label: string; value: string | undefined; labels: Record<string, string> }) {
  return (
    <label>
      {props.label}
      <select name={props.name} className="input" defaultValue={props.value ?? ""}>
        <option value="">全部</option>
        {Object.entries(props.labels).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
