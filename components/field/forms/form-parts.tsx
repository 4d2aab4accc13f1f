import { type ReactNode, useId } from "react";

type Labelled = { label: string; value: string; onChange: (value: string) => void };

/** A line of text, a number or a day, large enough for a thumb. */
export function Line(props: Labelled & { type?: "text" | "date"; inputMode?: "numeric"; placeholder?: string }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {props.label}
      </label>
      <input
        id={id}
        className="input"
        type={props.type ?? "text"}
        inputMode={props.inputMode}
        placeholder={props.placeholder}
        autoComplete="off"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}

export function Lines(props: Labelled & { rows?: number }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {props.label}
      </label>
      <textarea
        id={id}
        className="input"
        rows={props.rows ?? 2}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}

export function Choose(props: Labelled & { choices: readonly (readonly [value: string, label: string])[] }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {props.label}
      </label>
      <select id={id} className="input" value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A word that is on or off by one tap. */
export function Tap(props: { isOn: boolean; onTap: () => void; children: ReactNode }) {
  const look = props.isOn ? "border-primary bg-primary-tint font-medium" : "";
  return (
    <button type="button" aria-pressed={props.isOn} className={`button ${look}`} onClick={props.onTap}>
      {props.isOn && <span aria-hidden="true">✓</span>}
      {props.children}
    </button>
  );
}

/** Says that the form comes from last time, and lets one begin anew. */
export function Restored({ isRestored, onStartOver }: { isRestored: boolean; onStartOver: () => void }) {
  if (!isRestored) return null;
  return (
    <p className="panel flex items-center justify-between gap-2 text-attention">
      已恢复上次没填完的内容。
      <button type="button" className="button" onClick={onStartOver}>
        重新填写
      </button>
    </p>
  );
}

/** Always in reach of the thumb. What is missing is said beside it. */
export function SaveBar(props: { label: string; problem: string | null; onSave: () => void }) {
  return (
    <div className="sticky bottom-0 -mx-3 border-line border-t bg-canvas p-3">
      {props.problem && (
        <p role="alert" className="mb-2 text-bad">
          {props.problem}
        </p>
      )}
      <button type="button" className="button button-primary min-h-12 w-full" onClick={props.onSave}>
        {props.label}
      </button>
    </div>
  );
}
