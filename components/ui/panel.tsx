/** A titled block of a page; `more` stands at the right of the title. */
export function Panel(props: { title: string; id?: string; more?: React.ReactNode; children: React.ReactNode }) {
  return (
    <section className="panel min-w-0" aria-label={props.title} id={props.id}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2>{props.title}</h2>
        {props.more}
      </div>
      {props.children}
    </section>
  );
}
