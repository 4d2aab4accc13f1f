"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { advanceMember } from "@/lib/members/commands/advance-member";
import { changeEmployment } from "@/lib/members/commands/change-employment";
import { correctDuty, correctEmployment, correctMembership, removeEntry } from "@/lib/members/commands/correct-entry";
import { createMember } from "@/lib/members/commands/create-member";
import { endDuty, recordDuty } from "@/lib/members/commands/duties";
import { leaveCommittee, returnMember } from "@/lib/members/commands/leave-committee";
import { revealNumber } from "@/lib/members/commands/reveal-number";
import { transferMember } from "@/lib/members/commands/transfer-member";
import { updateMember } from "@/lib/members/commands/update-member";
import { personalNumberLabels } from "@/lib/members/labels";
import * as schema from "@/lib/members/schema";

const file = ({ id }: { id: string }) => `/members/${id}`;

const create = formAction(schema.newMember, async (actor, input) => file(await createMember(actor, input)));
const update = formAction(schema.editedMember, async (actor, input) => file(await updateMember(actor, input)));
const transfer = formAction(schema.transferredMember, async (actor, input) => file(await transferMember(actor, input)));
const employ = formAction(schema.changedEmployment, async (actor, input) => file(await changeEmployment(actor, input)));
const advance = formAction(schema.advancedMember, async (actor, input) => file(await advanceMember(actor, input)));
const addDuty = formAction(schema.recordedDuty, async (actor, input) => file(await recordDuty(actor, input)));
const stopDuty = formAction(schema.endedDuty, async (actor, input) => file(await endDuty(actor, input)));
const leave = formAction(schema.departedMember, async (actor, input) => file(await leaveCommittee(actor, input)));
const comeBack = formAction(schema.returnedMember, async (actor, input) => file(await returnMember(actor, input)));
const rightMembership = formAction(schema.correctedMembership, async (actor, input) =>
  file(await correctMembership(actor, input)),
);
const rightEmployment = formAction(schema.correctedEmployment, async (actor, input) =>
  file(await correctEmployment(actor, input)),
);
const rightDuty = formAction(schema.correctedDuty, async (actor, input) => file(await correctDuty(actor, input)));
const remove = formAction(schema.removedEntry, async (actor, input) => file(await removeEntry(actor, input)));
const reveal = formAction(schema.revealedNumber, async (actor, input) => ({
  title: personalNumberLabels[input.what],
  text: await revealNumber(actor, input),
  note: "本次查看已记入审计记录。请只用于所选用途，不要转发。",
  href: file(input),
}));

export async function createMemberAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function updateMemberAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function transferMemberAction(state: FormState, form: FormData) {
  return transfer(state, form);
}

export async function changeEmploymentAction(state: FormState, form: FormData) {
  return employ(state, form);
}

export async function advanceMemberAction(state: FormState, form: FormData) {
  return advance(state, form);
}

export async function recordDutyAction(state: FormState, form: FormData) {
  return addDuty(state, form);
}

export async function endDutyAction(state: FormState, form: FormData) {
  return stopDuty(state, form);
}

export async function leaveCommitteeAction(state: FormState, form: FormData) {
  return leave(state, form);
}

export async function returnMemberAction(state: FormState, form: FormData) {
  return comeBack(state, form);
}

export async function correctMembershipAction(state: FormState, form: FormData) {
  return rightMembership(state, form);
}

export async function correctEmploymentAction(state: FormState, form: FormData) {
  return rightEmployment(state, form);
}

export async function correctDutyAction(state: FormState, form: FormData) {
  return rightDuty(state, form);
}

export async function removeEntryAction(state: FormState, form: FormData) {
  return remove(state, form);
}

export async function revealNumberAction(state: FormState, form: FormData) {
  return reveal(state, form);
}
