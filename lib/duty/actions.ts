"use server";

import { cancelShift, moveShift, swapShift } from "@/lib/duty/commands/change-shift";
import { logShift } from "@/lib/duty/commands/log-shift";
import { planShifts } from "@/lib/duty/commands/plan-shifts";
import * as schema from "@/lib/duty/schema";
import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

const pageOf = ({ id }: { id: string }) => `/duty/${id}`;

/** Goes back to the page, which says what was made. */
const plan = formAction(schema.plannedShifts, async (actor, input) => {
  const { committeeId, quarter, shiftCount, withoutInstructor } = await planShifts(actor, input);
  return `/duty/plan?committee=${committeeId}&quarter=${quarter}&made=${shiftCount}&without=${withoutInstructor}`;
});
const swap = formAction(schema.swappedShift, async (actor, input) => pageOf(await swapShift(actor, input)));
const move = formAction(schema.movedShift, async (actor, input) => pageOf(await moveShift(actor, input)));
const cancel = formAction(schema.cancelledShift, async (actor, input) => pageOf(await cancelShift(actor, input)));
const fulfil = formAction(schema.loggedShift, async (actor, input) => pageOf(await logShift(actor, input)));

export async function planShiftsAction(state: FormState, form: FormData) {
  return plan(state, form);
}

export async function swapShiftAction(state: FormState, form: FormData) {
  return swap(state, form);
}

export async function moveShiftAction(state: FormState, form: FormData) {
  return move(state, form);
}

export async function cancelShiftAction(state: FormState, form: FormData) {
  return cancel(state, form);
}

export async function logShiftAction(state: FormState, form: FormData) {
  return fulfil(state, form);
}
