/** Label and value pairs of one record. An empty value says so instead of leaving a gap. */
export function Facts(props: { items: { label: string; value: React.ReactNode; note?: React.ReactNode }[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
      {props.items.map(({ label, value, note }) => (
        <div key={label} className="grid grid-cols-[7.5em_1fr] gap-2">
          <dt className="muted">{label}</dt>
          <dd className="break-words">
            {value === null || value === undefined || value === "" ? <span className="muted">—</span> : value}
            {note && <span className="muted ml-2 text-xs">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
