type Visit = { id: string; visitedOn: string; found: string; instructorName: string };

/** Visits in a few words each, newest first: when, by whom, what was found. */
export function LastVisits({ visits }: { visits: Visit[] }) {
  if (visits.length === 0) return <p className="muted">还没有走访记录。</p>;
  return (
    <ul className="grid gap-2">
      {visits.map((visit) => (
        <li key={visit.id}>
          <a href={`/visits/${visit.id}`}>{visit.visitedOn}</a> {visit.instructorName}
          <span className="muted block whitespace-pre-wrap break-words">{visit.found}</span>
        </li>
      ))}
    </ul>
  );
}
