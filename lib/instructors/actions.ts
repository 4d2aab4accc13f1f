"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { assignTargets } from "@/lib/instructors/commands/assign-targets";
import { correctAssignment, endAssignment, removeAssignment } from "@/lib/instructors/commands/change-assignment";
import { endInstructor, resumeInstructor } from "@/lib/instructors/commands/end-instructor";
import { handOver } from "@/lib/instructors/commands/hand-over";
import { revealPhone } from "@/lib/instructors/commands/reveal-phone";
import { createInstructor, updateInstructor } from "@/lib/instructors/commands/save-instructor";
import * as schema from "@/lib/instructors/schema";

const profile = ({ id }: { id: string }) => `/instructors/${id}`;

const create = formAction(schema.newInstructor, async (actor, input) => profile(await createInstructor(actor, input)));
const update = formAction(schema.editedInstructor, async (actor, input) =>
  profile(await updateInstructor(actor, input)),
);
const end = formAction(schema.endedInstructor, async (actor, input) => profile(await endInstructor(actor, input)));
const resume = formAction(schema.resumedInstructor, async (actor, input) =>
  profile(await resumeInstructor(actor, input)),
);
const assign = formAction(schema.newAssignments, async (actor, input) => profile(await assignTargets(actor, input)));
const assignHere = formAction(schema.newAssignments, async (actor, input) => {
  await assignTargets(actor, input);
  const [enterprise, branch, servicePoint] = [input.enterpriseIds[0], input.branchIds[0], input.servicePointIds[0]];
  if (enterprise) return `/enterprises/${enterprise}`;
  return branch ? `/branches/${branch}` : `/service-points/${servicePoint}`;
});
const finish = formAction(schema.endedAssignment, async (actor, input) => profile(await endAssignment(actor, input)));
const correct = formAction(schema.correctedAssignment, async (actor, input) =>
  profile(await correctAssignment(actor, input)),
);
const remove = formAction(schema.removedAssignment, async (actor, input) =>
  profile(await removeAssignment(actor, input)),
);
const pass = formAction(schema.handedOver, async (actor, input) => profile(await handOver(actor, input)));
const reveal = formAction(schema.revealedPhone, async (actor, input) => ({
  title: "手机号",
  text: await revealPhone(actor, input),
  note: "本次查看已记入审计记录。请只用于所选用途，不要转发。",
  href: profile(input),
}));

export async function createInstructorAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function updateInstructorAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function endInstructorAction(state: FormState, form: FormData) {
  return end(state, form);
}

export async function resumeInstructorAction(state: FormState, form: FormData) {
  return resume(state, form);
}

export async function assignTargetsAction(state: FormState, form: FormData) {
  return assign(state, form);
}

/** The same from the page of an enterprise, branch or service point, which is where it leads back. */
export async function assignInstructorAction(state: FormState, form: FormData) {
  return assignHere(state, form);
}

export async function endAssignmentAction(state: FormState, form: FormData) {
  return finish(state, form);
}

export async function correctAssignmentAction(state: FormState, form: FormData) {
  return correct(state, form);
}

export async function removeAssignmentAction(state: FormState, form: FormData) {
  return remove(state, form);
}

export async function handOverAction(state: FormState, form: FormData) {
  return pass(state, form);
}

export async function revealPhoneAction(state: FormState, form: FormData) {
  return reveal(state, form);
}
