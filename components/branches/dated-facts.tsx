import type { ReactNode } from "react";
import { type Day, holdsOn } from "@/lib/calendar";

type Fact = { id: string; validFrom: Day; validTo: Day | null };

/**
 * Facts with days: those that hold today, and folded away those that are over.
 * `path` leads to a fact's own pages; without it nothing can be done with the facts.
 */
export function DatedFacts<Shown extends Fact>(props: {
  facts: Shown[];
  day: Day;
  empty: string;
  path?: string | undefined;
  canEnd: boolean;
  children: (fact: Shown) => ReactNode;
}) {
  const current = props.facts.filter((fact) => holdsOn(props.day, fact));
  const past = props.facts.filter((fact) => !holdsOn(props.day, fact));
  const row = (fact: Shown) => (
    <li key={fact.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1.5 last:border-0">
      <span className="min-w-0 flex-1 basis-40">{props.children(fact)}</span>
      <span className="muted text-xs">{daysOf(fact)}</span>
      {props.path && (
        <span className="no-print flex gap-4 text-xs leading-6">
          {props.canEnd && !fact.validTo && <a href={`${props.path}/${fact.id}/end`}>结束</a>}
          <a href={`${props.path}/${fact.id}/correct`}>更正</a>
        </span>
      )}
    </li>
  );
  return (
    <>
      {current.length === 0 ? <p className="muted py-1">{props.empty}</p> : <ul>{current.map(row)}</ul>}
      {past.length > 0 && (
        <details className="mt-2">
          <summary className="muted cursor-pointer">以往 {past.length} 条</summary>
          <ul>{past.map(row)}</ul>
        </details>
      )}
    </>
  );
}

function daysOf({ validFrom, validTo }: Fact): string {
  return validTo ? `${validFrom} 至 ${validTo}` : `${validFrom} 起`;
}
