import { formatInstant } from "@/lib/calendar";
import type { Summary } from "@/lib/summaries/queries/find-summary";
import type { ComparisonAsked } from "@/lib/summaries/schema";

/** Which two are compared: a plain form, so that the address is the comparison. */
export function CompareChoice(props: { path: string; submissions: Summary["submissions"]; asked: ComparisonAsked }) {
  const { submissions, asked } = props;
  const count = submissions.length;
  return (
    <div className="no-print mb-3 flex flex-wrap items-center gap-3">
      {count > 1 && (
        <form action={props.path} className="flex flex-wrap items-center gap-2">
          <Choice name="from" label="从" value={asked.from ?? count - 1} submissions={submissions} />
          <Choice name="to" label="到" value={asked.to ?? count} submissions={submissions} />
          <button type="submit" className="button">
            比较
          </button>
        </form>
      )}
      <a className="button" href={`${props.path}?with=last-quarter`}>
        与上季度比较
      </a>
    </div>
  );
}

function Choice(props: { name: string; label: string; value: number; submissions: Summary["submissions"] }) {
  return (
    <label className="flex items-center gap-2">
      {props.label}
      <select name={props.name} defaultValue={props.value} className="input w-auto">
        {props.submissions.map(({ number, at }) => (
          <option key={number} value={number}>
            第 {number} 次（{formatInstant(at)}）
          </option>
        ))}
      </select>
    </label>
  );
}
