import { type ListParams, listHref } from "@/components/shell/list-address";
import { shiftStandingLabels } from "@/lib/duty/labels";
import type { ShiftTotals as Totals } from "@/lib/duty/queries/list-shifts";
import { shiftStates } from "@/lib/duty/schema";

/** How the quarter stands; each number opens its list. */
export function ShiftTotals({ totals, params }: { totals: Totals; params: ListParams }) {
  return (
    <ul aria-label="本季度情况" className="mb-3 flex flex-wrap gap-x-5 gap-y-1">
      {shiftStates.map((state) => (
        <li key={state}>
          <a href={listHref("/duty", params, { state, page: undefined })}>
            {shiftStandingLabels[state]} <strong>{totals[state]}</strong>
          </a>
        </li>
      ))}
    </ul>
  );
}
