/** One of a few values, or all: `all` is the words for "not filtered". */
export function FilterSelect(props: {
  name: string;
  all: string;
  value: string | undefined;
  choices: readonly (readonly [value: string, label: string])[];
}) {
  return (
    <select
      name={props.name}
      aria-label={props.all}
      defaultValue={props.value ?? ""}
      className="input w-auto min-w-0 flex-1 basis-36 sm:max-w-44 sm:flex-none"
    >
      <option value="">{props.all}</option>
      {props.choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** A part of a name, or its pinyin initials. */
export function FilterText(props: { name: string; label: string; value: string }) {
  return (
    <input
      name={props.name}
      aria-label={props.label}
      placeholder={props.label}
      defaultValue={props.value}
      maxLength={50}
      className="input w-auto min-w-0 flex-1 basis-36 sm:max-w-44"
    />
  );
}

/** A box that, ticked, stands as `1` in the address. */
export function FilterTick(props: { name: string; label: string; value: "1" | undefined }) {
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        name={props.name}
        value="1"
        defaultChecked={props.value === "1"}
        className="size-4 accent-primary"
      />
      {props.label}
    </label>
  );
}
