"use client";

import { useEffect, useRef, useState } from "react";
import type { NewItem } from "@/components/field/queue/item";
import { keepDraft, readDraft } from "@/components/field/storage/field-store";

/** A form as it is being filled: its record's id, when it was begun, and what is typed. */
export type FormDraft<Fields> = {
  id: string;
  recordedAt: string;
  dayIsDefault: boolean;
  payload: Fields;
};

/** Puts what was filled in into the queue, and only then lets go of the half-filled form. */
export type Save = (item: NewItem, forget: () => Promise<void>) => Promise<void>;

/**
 * A form that survives the page: every change is on the device at once and comes back when the form is opened again.
 * Null until it has been looked for.
 */
export function useDraft<Fields extends object>(userId: string, name: string, fresh: () => FormDraft<Fields>) {
  const [draft, setDraft] = useState<FormDraft<Fields> | null>(null);
  const [isRestored, setIsRestored] = useState(false);
  const make = useRef(fresh);
  useEffect(() => {
    let isGone = false;
    const begin = (kept?: FormDraft<Fields>) => {
      if (isGone) return;
      setDraft(kept ?? make.current());
      setIsRestored(kept !== undefined);
    };
    readDraft(userId, name).then(
      (kept) => begin(kept as FormDraft<Fields> | undefined),
      () => begin(),
    );
    return () => {
      isGone = true;
    };
  }, [userId, name]);
  const put = (next: FormDraft<Fields>) => {
    setDraft(next);
    void keepDraft(userId, name, next);
  };
  return {
    draft,
    type: (fields: Partial<Fields>) => draft && put({ ...draft, payload: { ...draft.payload, ...fields } }),
    /** A day the person chose is no longer the phone's own. */
    chooseDay: (fields: Partial<Fields>) =>
      draft && put({ ...draft, dayIsDefault: false, payload: { ...draft.payload, ...fields } }),
    isRestored,
    startOver: () => {
      setIsRestored(false);
      put(make.current());
    },
    forget: () => keepDraft(userId, name, null),
  };
}
