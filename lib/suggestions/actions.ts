"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { answerSuggestion, writeSuggestion } from "@/lib/suggestions/commands";
import { answeredSuggestion, newSuggestion } from "@/lib/suggestions/schema";

const pageOf = ({ id }: { id: string }) => `/suggestions/${id}`;

const write = formAction(newSuggestion, async (actor, input) => pageOf(await writeSuggestion(actor, input)));
const answer = formAction(answeredSuggestion, async (actor, input) => pageOf(await answerSuggestion(actor, input)));

export async function writeSuggestionAction(state: FormState, form: FormData) {
  return write(state, form);
}

export async function answerSuggestionAction(state: FormState, form: FormData) {
  return answer(state, form);
}
