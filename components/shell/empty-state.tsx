/** An empty list says why it is empty and what to do. */
export function EmptyState(props: { title: string; children?: React.ReactNode }) {
  return (
    <div className="px-4 py-10 text-center">
      <p className="font-medium">{props.title}</p>
      {props.children && <div className="muted mt-1 flex flex-wrap justify-center gap-3">{props.children}</div>}
    </div>
  );
}
