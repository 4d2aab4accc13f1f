import type { Organizer } from "@/lib/activities/queries/activity-choices";

/** Who organizes it, for whoever could plan for several. */
export function ChooseOrganizer({ organizers }: { organizers: Organizer[] }) {
  return (
    <div className="panel max-w-2xl">
      <p className="mb-3">请先选择由哪个单位组织。</p>
      {organizers.map(({ committeeId, branchId, name }) => (
        <a
          key={branchId ?? committeeId}
          href={branchId ? `/activities/new?branch=${branchId}` : `/activities/new?committee=${committeeId}`}
          className="tile"
        >
          <strong>{name}</strong>
        </a>
      ))}
    </div>
  );
}
