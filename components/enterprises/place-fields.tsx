import { CheckField, SelectField, TextField } from "@/components/ui/field";

/** Where an enterprise is, whether it works there, and since when. */
export function PlaceFields(props: {
  choices: { value: string; label: string }[];
  /** The words for being in no park. */
  empty: string;
  dayName: "locatedOn" | "movedOn";
  dayLabel: string;
  isDayRequired?: boolean;
  initial?: { place: string; isSettled: boolean };
  day: string;
}) {
  return (
    <>
      <SelectField
        name="place"
        label="园区楼宇"
        choices={props.choices}
        empty={props.empty}
        initial={props.initial?.place}
      />
      <CheckField
        name="isSettled"
        label="已入驻"
        initial={props.initial?.isSettled ?? false}
        hint="在园区实际办公的才算入驻；只在园区注册的不勾选"
      />
      <TextField
        name={props.dayName}
        label={props.dayLabel}
        type="date"
        isRequired={props.isDayRequired}
        initial={props.day}
      />
    </>
  );
}
