"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { endSilence } from "@/lib/rulebook/commands/end-silence";
import { silenceFinding } from "@/lib/rulebook/commands/silence-finding";
import { endedSilence, silencedFinding } from "@/lib/rulebook/schema";

const findingsOf = ({ branchId }: { branchId: string }) => `/branches/${branchId}#findings`;

const silence = formAction(silencedFinding, async (actor, input) => findingsOf(await silenceFinding(actor, input)));
const resume = formAction(endedSilence, async (actor, input) => findingsOf(await endSilence(actor, input)));

export async function silenceFindingAction(state: FormState, form: FormData) {
  return silence(state, form);
}

export async function endSilenceAction(state: FormState, form: FormData) {
  return resume(state, form);
}
