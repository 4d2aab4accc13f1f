import { Line, Tap } from "@/components/field/forms/form-parts";
import { asRegistered, type VisitFields } from "@/components/field/forms/visit-fields";
import type { FieldTarget } from "@/lib/field/queries/field-pack";

const facts = [
  { name: "employeeCount", label: "从业人数", inputMode: "numeric" },
  { name: "declaredMemberCount", label: "党员数", inputMode: "numeric" },
  { name: "contactName", label: "联系人", inputMode: undefined },
] as const;

type Props = { target: FieldTarget; fields: VisitFields; onChange: (fields: Partial<VisitFields>) => void };

/** What the register knows of the enterprise: confirmed by one tap each, or by one for all, or put right by typing. */
export function FactFields({ target, fields, onChange }: Props) {
  const known = asRegistered(target);
  const names = Object.keys(known) as (keyof typeof known)[];
  const isAll = names.every((name) => fields[name] === known[name]);
  const none = Object.fromEntries(names.map((name) => [name, ""]));
  return (
    <fieldset className="panel grid gap-3">
      <legend className="sr-only">核对企业情况</legend>
      <div className="flex items-center justify-between gap-2">
        <h2>核对</h2>
        <Tap isOn={isAll} onTap={() => onChange(isAll ? none : known)}>
          全部没变
        </Tap>
      </div>
      {facts.map(({ name, label, inputMode }) => {
        const register = known[name] ?? "";
        return (
          <div key={name} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
            <Line
              label={register ? `${label}（登记 ${register}）` : `${label}（未登记）`}
              value={fields[name]}
              inputMode={inputMode}
              onChange={(value) => onChange({ [name]: value })}
            />
            {register && (
              <Tap
                isOn={fields[name] === register}
                onTap={() => onChange({ [name]: fields[name] === register ? "" : register })}
              >
                没变<span className="sr-only">：{label}</span>
              </Tap>
            )}
          </div>
        );
      })}
      <div className="flex flex-wrap items-center gap-2">
        <span className="mr-auto font-medium">还在原处</span>
        {(["yes", "no"] as const).map((answer) => (
          <Tap
            key={answer}
            isOn={fields.isStillHere === answer}
            onTap={() => onChange({ isStillHere: fields.isStillHere === answer ? "" : answer })}
          >
            {answer === "yes" ? "还在" : "已搬走"}
          </Tap>
        ))}
      </div>
    </fieldset>
  );
}
