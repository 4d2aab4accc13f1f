import { baseLabels } from "@/lib/coverage/labels";
import { type CoverageBase, coverageBases } from "@/lib/coverage/schema";

/** Which day, which denominator, which committee: the address holds the answer, so it can be shared. */
export function QuestionBar(props: {
  path: string;
  day: string;
  base: CoverageBase;
  committees: { id: string; name: string }[];
  committeeId: string | undefined;
  hidden?: Record<string, string | undefined>;
  children?: React.ReactNode;
}) {
  return (
    <form action={props.path} className="no-print mb-4 flex flex-wrap items-end gap-3">
      {Object.entries(props.hidden ?? {}).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label className="grid gap-1">
        <span className="muted text-xs">截止日期</span>
        <input type="date" name="day" defaultValue={props.day} className="input" />
      </label>
      <label className="grid gap-1">
        <span className="muted text-xs">分母</span>
        <select name="base" defaultValue={props.base} className="input">
          {coverageBases.map((base) => (
            <option key={base} value={base}>
              {baseLabels[base]}
            </option>
          ))}
        </select>
      </label>
      {props.committees.length > 1 && (
        <label className="grid gap-1">
          <span className="muted text-xs">党委</span>
          <select name="committee" defaultValue={props.committeeId ?? ""} className="input">
            <option value="">全部（含下级）</option>
            {props.committees.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {props.children}
      <button type="submit" className="button">
        查看
      </button>
    </form>
  );
}
