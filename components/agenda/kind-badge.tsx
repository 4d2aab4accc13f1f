import { Badge, type BadgeTone } from "@/components/ui/badge";
import { agendaKindLabels, agendaKindNotes } from "@/lib/agenda/labels";
import { type AgendaKind, agendaKinds } from "@/lib/agenda/rules/entries";

/** The colour groups what belongs together; the word says what it is. */
export const agendaTones: Record<AgendaKind, BadgeTone> = {
  TASK: "info",
  SUMMARY: "info",
  DUTY: "attention",
  TERM: "bad",
  ELECTION: "bad",
  PROBATION: "attention",
  SHIFT: "plain",
  ACTIVITY: "info",
  MEETING: "good",
};

export function KindBadge({ kind }: { kind: AgendaKind }) {
  return <Badge tone={agendaTones[kind]}>{agendaKindLabels[kind]}</Badge>;
}

/** What the words before the entries mean. */
export function AgendaLegend() {
  return (
    <ul aria-label="图例" className="muted mt-3 flex flex-wrap gap-x-5 gap-y-1 text-xs">
      {agendaKinds.map((kind) => (
        <li key={kind}>
          <KindBadge kind={kind} /> {agendaKindNotes[kind]}
        </li>
      ))}
    </ul>
  );
}
