import { FilterSelect } from "@/components/shell/filter-fields";
import { shiftStandingLabels } from "@/lib/duty/labels";
import { type ShiftList, shiftStates } from "@/lib/duty/schema";

type Named = { id: string; name: string }[];

const choicesOf = (named: Named) => named.map(({ id, name }) => [id, name] as const);

export function ShiftFilters(props: { list: ShiftList; points: Named; instructors: Named; committees: Named }) {
  const { list, points, instructors, committees } = props;
  const states = shiftStates.map((state) => [state, shiftStandingLabels[state]] as const);
  return (
    <>
      <FilterSelect name="state" all="全部情况" value={list.state} choices={states} />
      {points.length > 1 && (
        <FilterSelect name="point" all="全部服务点" value={list.point} choices={choicesOf(points)} />
      )}
      {instructors.length > 1 && (
        <FilterSelect name="instructor" all="全部指导员" value={list.instructor} choices={choicesOf(instructors)} />
      )}
      {committees.length > 0 && (
        <FilterSelect name="committee" all="全部党委" value={list.committee} choices={choicesOf(committees)} />
      )}
    </>
  );
}
