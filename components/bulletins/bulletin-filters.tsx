import { FilterSelect } from "@/components/shell/filter-fields";
import { bulletinStatusLabels } from "@/lib/bulletins/labels";
import type { BulletinList } from "@/lib/bulletins/schema";
import { addQuarters, type Day, quarterOf, writeQuarter, writeQuarterInText } from "@/lib/calendar";

/** The filters of the list of bulletins; who sees no drafts is not asked for the status. */
export function BulletinFilters(props: {
  list: BulletinList;
  day: Day;
  seesDrafts: boolean;
  committees: { id: string; name: string }[];
}) {
  const { list } = props;
  const quarters = Array.from({ length: 12 }, (_, ago) => addQuarters(quarterOf(props.day), -ago));
  return (
    <>
      <FilterSelect
        name="quarter"
        all="季度：全部"
        value={list.quarter && writeQuarter(list.quarter)}
        choices={quarters.map((quarter) => [writeQuarter(quarter), writeQuarterInText(quarter)] as const)}
      />
      {props.seesDrafts && (
        <FilterSelect
          name="status"
          all="状态：全部"
          value={list.status}
          choices={[
            ["DRAFT", bulletinStatusLabels.DRAFT],
            ["PUBLISHED", bulletinStatusLabels.PUBLISHED],
          ]}
        />
      )}
      {props.committees.length > 1 && (
        <FilterSelect
          name="committee"
          all="党委：全部"
          value={list.committee}
          choices={props.committees.map(({ id, name }) => [id, name] as const)}
        />
      )}
    </>
  );
}
