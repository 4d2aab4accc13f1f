import { TextField } from "@/components/ui/field";
import type { Participant, Participants } from "@/lib/activities/queries/find-activity";
import { cameField } from "@/lib/activities/schema";

/** One number for each unit: how many came. */
export function AttendanceFields({ branches, enterprises }: Participants) {
  return (
    <>
      {branches.length > 0 && <Units title="党支部" units={branches} />}
      {enterprises.length > 0 && <Units title="企业" units={enterprises} />}
    </>
  );
}

function Units({ title, units }: { title: string; units: Participant[] }) {
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{title}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {units.map((unit) => (
          <TextField
            key={unit.id}
            name={cameField(unit.id)}
            label={unit.name}
            hint={unit.signedUpAt ? "已报名" : unit.declinedAt ? "不参加" : "未报名"}
            inputMode="numeric"
            initial={unit.attendedCount === null ? "" : String(unit.attendedCount)}
          />
        ))}
      </div>
    </fieldset>
  );
}
