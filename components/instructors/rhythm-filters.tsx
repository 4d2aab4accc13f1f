import { FilterBar } from "@/components/shell/filter-bar";
import { FilterSelect } from "@/components/shell/filter-fields";
import type { ListParams } from "@/components/shell/list-address";
import type { Due } from "@/lib/instructors/rules/rhythm";
import type { RhythmFilter } from "@/lib/instructors/schema";

/** Whose assignments, where there are several to choose from, and how they stand. */
export function RhythmFilters(props: {
  path: string;
  params: ListParams;
  filter: RhythmFilter;
  instructors: { id: string; name: string }[];
  /** What is listed while nothing is chosen. */
  all: string;
  dueLabels: Record<Due, string>;
}) {
  const { filter, instructors } = props;
  return (
    <FilterBar path={props.path} params={props.params}>
      {instructors.length > 1 && (
        <FilterSelect
          name="instructor"
          all="全部指导员"
          value={filter.instructor}
          choices={instructors.map(({ id, name }) => [id, name])}
        />
      )}
      <FilterSelect name="due" all={props.all} value={filter.due} choices={Object.entries(props.dueLabels)} />
    </FilterBar>
  );
}
