import { type ListParams, listHref } from "@/components/shell/list-address";
import { addQuarters, type Day, type Quarter, quarterOf, writeQuarter, writeQuarterInText } from "@/lib/calendar";

/**
 * The quarter a page looks through, kept in the address as `?q=2026Q4`: previous, next, and back to the one of `day`.
 * The other parameters stay, the page number does not. `name` is for a list whose search box already is `q`.
 */
export function QuarterSwitch(props: {
  path: string;
  params: ListParams;
  /** What `chosenQuarter(q, day)` gave. */
  quarter: Quarter;
  day: Day;
  name?: string;
}) {
  const current = quarterOf(props.day);
  const to = (quarter: Quarter) => {
    const isCurrent = writeQuarter(quarter) === writeQuarter(current);
    const value = isCurrent ? undefined : writeQuarter(quarter);
    return listHref(props.path, props.params, { [props.name ?? "q"]: value, page: undefined });
  };
  return (
    <nav aria-label="季度" className="no-print flex flex-wrap items-center gap-2">
      <QuarterLink href={to(addQuarters(props.quarter, -1))} quarter={addQuarters(props.quarter, -1)} rel="prev" />
      <strong aria-current="date">{writeQuarterInText(props.quarter)}</strong>
      <QuarterLink href={to(addQuarters(props.quarter, 1))} quarter={addQuarters(props.quarter, 1)} rel="next" />
      {writeQuarter(props.quarter) !== writeQuarter(current) && <a href={to(current)}>回到本季度</a>}
    </nav>
  );
}

function QuarterLink({ href, quarter, rel }: { href: string; quarter: Quarter; rel: "prev" | "next" }) {
  const words = rel === "prev" ? "上一季度" : "下一季度";
  return (
    <a href={href} rel={rel} className="button" aria-label={`${words}：${writeQuarterInText(quarter)}`}>
      {rel === "prev" ? "‹" : "›"}
    </a>
  );
}
