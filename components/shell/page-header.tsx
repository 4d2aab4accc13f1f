/** The top of every page: where one is, what it is, and at most one primary action among the actions. */
export function PageHeader(props: {
  title: string;
  trail?: { href: string; label: string }[];
  note?: React.ReactNode;
  actions?: React.ReactNode;
}) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-3">
      <div className="min-w-0">
        {props.trail && (
          <nav aria-label="当前位置" className="no-print mb-1 text-xs text-ink-2">
            {props.trail.map(({ href, label }) => (
              <span key={href}>
                <a href={href} className="text-ink-2">
                  {label}
                </a>
                {" / "}
              </span>
            ))}
          </nav>
        )}
        <h1 className="break-words">{props.title}</h1>
        {props.note && <p className="muted">{props.note}</p>}
      </div>
      {props.actions && <div className="no-print flex flex-wrap gap-2">{props.actions}</div>}
    </header>
  );
}
