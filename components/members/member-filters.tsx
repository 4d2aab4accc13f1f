import { FilterBar } from "@/components/shell/filter-bar";
import { FilterSelect, FilterText, FilterTick } from "@/components/shell/filter-fields";
import type { ListParams } from "@/components/shell/list-address";
import { memberStageLabels } from "@/lib/members/labels";
import type { MemberList } from "@/lib/members/schema";

const unassigned = [
  ["branch", "未编入支部"],
  ["employer", "无工作单位"],
] as const;

export function MemberFilters(props: { params: ListParams; list: MemberList }) {
  const { list } = props;
  return (
    <FilterBar
      path="/members"
      params={props.params}
      search={{ label: "姓名或拼音首字母", value: list.q }}
      exportPath="/api/members/export"
    >
      {list.branch && <input type="hidden" name="branch" value={list.branch} />}
      {list.enterprise && <input type="hidden" name="enterprise" value={list.enterprise} />}
      <FilterText name="branchName" label="党支部" value={list.branchName} />
      <FilterText name="employer" label="工作单位" value={list.employer} />
      <FilterSelect name="stage" all="全部人员类别" value={list.stage} choices={Object.entries(memberStageLabels)} />
      <FilterSelect name="unassigned" all="支部和单位不限" value={list.unassigned} choices={unassigned} />
      <FilterTick name="mobile" label="流动党员" value={list.mobile} />
      <FilterTick name="left" label="含已离开" value={list.left} />
    </FilterBar>
  );
}
