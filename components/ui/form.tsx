"use client";

import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef, useState } from "react";
import { Shown } from "@/components/ui/shown";
import { emptyFormState, type FormState, requestKeyField } from "@/lib/forms/form-state";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

const FormContext = createContext<FormState>(emptyFormState);

/** The state a field shows: what was typed before a refusal, and what to mend. */
export function useFormState(): FormState {
  return useContext(FormContext);
}

/**
 * A native form around a server action. Without JavaScript it posts and shows the answer;
 * with it, it says that it is saving, ignores a second press, and asks before half-filled work is left.
 */
export function ActionForm(props: {
  action: Action;
  /** Made by the page, so that a double press acts once even without JavaScript. */
  requestKey: string;
  submitLabel: string;
  isDanger?: boolean;
  /** For a small act beside others, where a primary button would outshine the page's own. */
  isQuiet?: boolean;
  cancelHref?: string;
  /** A second way to send the same form: the field in which the pressed button says which of the two it is. */
  choice?: { name: string; value: string; other: { value: string; label: string } };
  /** The form keeps what is typed by itself: leaving asks nothing. */
  isKept?: boolean;
  /** Replaces the layout of a page's form, for a button in a row. */
  className?: string;
  children: ReactNode;
}) {
  const [state, submit, isPending] = useActionState(props.action, emptyFormState);
  const [isDirty, setDirty] = useState(false);
  const message = useRef<HTMLParagraphElement>(null);
  const { round } = state;
  useEffect(() => {
    if (!isDirty || isPending || state.shown || props.isKept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty, isPending, state.shown, props.isKept]);
  useEffect(() => {
    if (round > 0) message.current?.focus();
  }, [round]);
  if (state.shown) return <Shown {...state.shown} />;
  return (
    <form
      action={submit}
      onChange={() => setDirty(true)}
      onSubmit={(event) => (isPending ? event.preventDefault() : undefined)}
      className={props.className ?? "grid gap-4"}
      noValidate
    >
      <input type="hidden" name={requestKeyField} value={props.requestKey} />
      {state.message && (
        <p
          ref={message}
          role="alert"
          tabIndex={-1}
          className="rounded-md border border-bad bg-primary-tint px-3 py-2 text-bad"
        >
          {state.message}
        </p>
      )}
      <FormContext.Provider value={state}>
        {/* A new key after each refusal: the browser resets selects and boxes, this puts back what was chosen. */}
        <div key={state.round} className="contents">
          {props.children}
        </div>
      </FormContext.Provider>
      <div className={props.className === undefined ? "flex flex-wrap gap-3 pt-2" : "flex flex-wrap gap-3"}>
        <button
          type="submit"
          name={props.choice?.name}
          value={props.choice?.value}
          disabled={isPending}
          className={`button ${props.isDanger ? "button-danger" : props.isQuiet ? "" : "button-primary"}`}
        >
          {isPending ? "正在提交…" : props.submitLabel}
        </button>
        {props.choice && (
          <button
            type="submit"
            name={props.choice.name}
            value={props.choice.other.value}
            disabled={isPending}
            className="button"
          >
            {props.choice.other.label}
          </button>
        )}
        {props.cancelHref && (
          <a href={props.cancelHref} className="button">
            取消
          </a>
        )}
      </div>
    </form>
  );
}
