import { Badge } from "@/components/ui/badge";
import type { TableCell } from "@/components/ui/table-rows";
import { termStateLabels } from "@/lib/branches/labels";
import type { Day } from "@/lib/calendar";
import type { TermState } from "@/lib/rulebook/rules/term";

const tones = { NONE: "plain", RUNNING: "plain", DUE_SOON: "attention", OVERDUE: "bad" } as const;

/** The end of a branch's term; a word beside it when something is to be done. */
export function TermBadge(props: { endsOn: Day | null; state: TermState }) {
  if (props.state === "RUNNING") return props.endsOn;
  return (
    <span>
      {props.endsOn} <Badge tone={tones[props.state]}>{termStateLabels[props.state]}</Badge>
    </span>
  );
}

/** The same for a cell of a long table. */
export function termCell(endsOn: Day | null, state: TermState): TableCell {
  if (state === "RUNNING") return endsOn;
  return { text: endsOn, badge: { tone: tones[state], text: termStateLabels[state] } };
}
