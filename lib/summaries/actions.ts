"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { acceptSummary, reopenSummary, sendBackSummary } from "@/lib/summaries/commands/review-summary";
import { saveDraft } from "@/lib/summaries/commands/save-draft";
import { submitSummary } from "@/lib/summaries/commands/submit-summary";
import { withdrawSummary } from "@/lib/summaries/commands/withdraw-summary";
import * as schema from "@/lib/summaries/schema";

const pageOf = ({ planId, branchId }: schema.SummaryKey) => `/summaries/${planId}/${branchId}`;

/** After a decision the queue goes on to the next one; elsewhere one stays with the summary. */
function onwards(input: schema.SummaryKey & { queue?: string | undefined; next?: string | undefined }): string {
  if (!input.queue) return pageOf(input);
  const asked = new URLSearchParams({
    ...(input.queue === "all" ? {} : { q: input.queue }),
    ...(input.next ? { at: input.next } : {}),
  });
  return `/summaries/review?${asked}`;
}

const write = formAction(schema.writtenSummary, async (actor, input) => {
  await (input.intent === "submit" ? submitSummary(actor, input) : saveDraft(actor, input));
  return pageOf(input);
});
const withdraw = formAction(schema.withdrawnSummary, async (actor, input) => {
  await withdrawSummary(actor, input);
  return pageOf(input);
});
const accept = formAction(schema.acceptedSummary, async (actor, input) => {
  await acceptSummary(actor, input);
  return onwards(input);
});
const sendBack = formAction(schema.sentBackSummary, async (actor, input) => {
  await sendBackSummary(actor, input);
  return onwards(input);
});
const reopen = formAction(schema.reopenedSummary, async (actor, input) => {
  await reopenSummary(actor, input);
  return pageOf(input);
});

export async function writeSummaryAction(state: FormState, form: FormData) {
  return write(state, form);
}

export async function withdrawSummaryAction(state: FormState, form: FormData) {
  return withdraw(state, form);
}

export async function acceptSummaryAction(state: FormState, form: FormData) {
  return accept(state, form);
}

export async function sendBackSummaryAction(state: FormState, form: FormData) {
  return sendBack(state, form);
}

export async function reopenSummaryAction(state: FormState, form: FormData) {
  return reopen(state, form);
}
