"use client";

import { type ReactNode, useId } from "react";
import { useFormState } from "@/components/ui/form";

export type Base = { name: string; label: string; hint?: ReactNode; isRequired?: boolean };

/** What every field reads from its form: what was typed, what to mend, what another person saved. */
export function useField(name: string, initial: string | undefined) {
  const { values, fieldErrors, theirs } = useFormState();
  const typed = values[name];
  const id = useId();
  const error = fieldErrors[name];
  const their = theirs[name];
  return {
    id,
    error,
    their: their === undefined || their === typed ? undefined : their,
    value: typeof typed === "string" ? typed : (initial ?? ""),
    attributes: { id, name, "aria-invalid": error ? true : undefined, "aria-describedby": `${id}-note` },
  };
}

/** Label, field, and below it the refusal, the other person's value and the hint. */
export function Frame(props: Base & { id: string; error?: string; their?: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={props.id} className="mb-1 block font-medium">
        {props.label}
        {props.isRequired && <span className="ml-1 font-normal text-ink-2">（必填）</span>}
      </label>
      {props.children}
      <div id={`${props.id}-note`} className="text-xs">
        {props.error && <p className="mt-1 text-bad">{props.error}</p>}
        {props.their !== undefined && <p className="mt-1 text-attention">现在的内容：{props.their || "（空）"}</p>}
        {props.hint && <p className="mt-1 text-ink-2">{props.hint}</p>}
      </div>
    </div>
  );
}

/** One line of text, a number, a day, a password … */
export function TextField(
  props: Base & {
    type?: "text" | "date" | "password" | "tel" | "search" | "month";
    initial?: string | undefined;
    autoComplete?: string;
    inputMode?: "numeric" | "decimal" | "tel";
    placeholder?: string;
  },
) {
  const field = useField(props.name, props.initial);
  return (
    <Frame {...props} id={field.id} error={field.error} their={field.their}>
      <input
        {...field.attributes}
        className="input"
        type={props.type ?? "text"}
        defaultValue={field.value}
        required={props.isRequired}
        autoComplete={props.autoComplete ?? "off"}
        inputMode={props.inputMode}
        placeholder={props.placeholder}
      />
    </Frame>
  );
}

/** Several lines of text. */
export function TextArea(props: Base & { initial?: string | undefined; rows?: number }) {
  const field = useField(props.name, props.initial);
  return (
    <Frame {...props} id={field.id} error={field.error} their={field.their}>
      <textarea
        {...field.attributes}
        className="input"
        rows={props.rows ?? 3}
        defaultValue={field.value}
        required={props.isRequired}
      />
    </Frame>
  );
}

export type Choice = { value: string; label: string };

/** One of a short list; `empty` is the words for "nothing chosen". */
export function SelectField(props: Base & { choices: Choice[]; empty?: string; initial?: string | undefined }) {
  const field = useField(props.name, props.initial);
  return (
    <Frame {...props} id={field.id} error={field.error} their={field.their}>
      <select {...field.attributes} className="input" defaultValue={field.value} required={props.isRequired}>
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** A box to tick. */
export function CheckField(props: Base & { initial?: boolean; value?: string }) {
  const { values, fieldErrors } = useFormState();
  const id = useId();
  const isRefused = Object.keys(values).length > 0;
  const isOn = isRefused ? values[props.name] !== undefined : props.initial;
  return (
    <div>
      <label className="flex min-h-9 items-center gap-2" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          name={props.name}
          value={props.value ?? "yes"}
          defaultChecked={isOn}
          className="size-4 accent-primary"
        />
        {props.label}
      </label>
      {fieldErrors[props.name] && <p className="text-xs text-bad">{fieldErrors[props.name]}</p>}
      {props.hint && <p className="text-xs text-ink-2">{props.hint}</p>}
    </div>
  );
}

/** Several boxes under one name: the action reads a list. */
export function CheckList(props: Base & { choices: (Choice & { detail?: string })[]; initial?: string[] }) {
  const { values, fieldErrors } = useFormState();
  const id = useId();
  const isRefused = Object.keys(values).length > 0;
  const typed = values[props.name];
  const chosen = new Set(isRefused ? (Array.isArray(typed) ? typed : []) : props.initial);
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{props.label}</legend>
      <div className="grid gap-1">
        {props.choices.map(({ value, label, detail }) => (
          <label key={value} htmlFor={`${id}-${value}`} className="flex min-h-8 items-center gap-2">
            <input
              id={`${id}-${value}`}
              type="checkbox"
              name={`${props.name}[]`}
              value={value}
              defaultChecked={chosen.has(value)}
              className="size-4 flex-none accent-primary"
            />
            <span className="min-w-0">
              {label} {detail && <span className="muted text-xs">{detail}</span>}
            </span>
          </label>
        ))}
      </div>
      {fieldErrors[props.name] && <p className="text-xs text-bad">{fieldErrors[props.name]}</p>}
      {props.hint && <p className="text-xs text-ink-2">{props.hint}</p>}
    </fieldset>
  );
}

/** The version a form was opened on; after a stale save, the version that stands now. */
export function VersionField(props: { version: number }) {
  const { values } = useFormState();
  const rebased = values.version;
  return <input type="hidden" name="version" defaultValue={typeof rebased === "string" ? rebased : props.version} />;
}
