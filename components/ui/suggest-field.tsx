"use client";

import { type ChangeEvent, useId, useRef, useState } from "react";
import { type Base, Frame, useField } from "@/components/ui/field";

const PAUSE_MS = 250;

/**
 * One line of text with suggestions: fixed ones, or those a route gives for what was typed so far (`source`, ending
 * in `q=`, answers a list of texts). Without JavaScript it is a plain field.
 */
export function SuggestField(
  props: Base & { suggestions?: string[]; source?: string; initial?: string | undefined; placeholder?: string },
) {
  const field = useField(props.name, props.initial);
  const listId = useId();
  const [found, setFound] = useState(props.suggestions ?? []);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef("");
  const ask = (event: ChangeEvent<HTMLInputElement>) => {
    const typed = event.currentTarget.value.trim();
    clearTimeout(waiting.current);
    if (!props.source || !typed || found.includes(typed)) return;
    asked.current = typed;
    waiting.current = setTimeout(() => {
      fetch(props.source + encodeURIComponent(typed))
        .then((answer) => (answer.ok ? answer.json() : []))
        // An answer to something typed earlier comes too late.
        .then((names: string[]) => asked.current === typed && setFound(names))
        .catch(() => {});
    }, PAUSE_MS);
  };
  return (
    <Frame {...props} id={field.id} error={field.error} their={field.their}>
      <input
        {...field.attributes}
        className="input"
        list={listId}
        defaultValue={field.value}
        required={props.isRequired}
        autoComplete="off"
        placeholder={props.placeholder}
        onChange={ask}
      />
      <datalist id={listId}>
        {found.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </Frame>
  );
}
