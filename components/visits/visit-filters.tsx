import { FilterSelect } from "@/components/shell/filter-fields";
import { visitKindLabels } from "@/lib/visits/labels";
import type { VisitList } from "@/lib/visits/schema";

export function VisitFilters({ list }: { list: VisitList }) {
  return (
    <>
      <FilterSelect name="kind" all="全部方式" value={list.kind} choices={Object.entries(visitKindLabels)} />
      <label className="flex items-center gap-2">
        <span className="muted">从</span>
        <input type="date" name="from" defaultValue={list.from ?? ""} className="input w-auto" />
      </label>
      <label className="flex items-center gap-2">
        <span className="muted">到</span>
        <input type="date" name="to" defaultValue={list.to ?? ""} className="input w-auto" />
      </label>
    </>
  );
}
