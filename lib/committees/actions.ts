"use server";

import { correctCommitteeName, renameCommittee } from "@/lib/committees/commands/change-names";
import { closeCommittee } from "@/lib/committees/commands/close-committee";
import { createCommittee } from "@/lib/committees/commands/create-committee";
import { updateCommittee } from "@/lib/committees/commands/update-committee";
import {
  closedCommittee,
  correctedName,
  editedCommittee,
  newCommittee,
  renamedCommittee,
} from "@/lib/committees/schema";
import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

const pathOf = ({ id }: { id: string }) => `/committees/${id}`;

/** At the top it is founded by an administrator, who works in the settings. */
const create = formAction(newCommittee, async (actor, input) => {
  const committee = await createCommittee(actor, input);
  return input.parentId ? pathOf(committee) : `/settings/${committee.id}`;
});
const update = formAction(editedCommittee, async (actor, input) => pathOf(await updateCommittee(actor, input)));
const rename = formAction(renamedCommittee, async (actor, input) => pathOf(await renameCommittee(actor, input)));
const correct = formAction(correctedName, async (actor, input) => pathOf(await correctCommitteeName(actor, input)));
const close = formAction(closedCommittee, async (actor, input) => pathOf(await closeCommittee(actor, input)));

export async function createCommitteeAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function updateCommitteeAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function renameCommitteeAction(state: FormState, form: FormData) {
  return rename(state, form);
}

export async function correctCommitteeNameAction(state: FormState, form: FormData) {
  return correct(state, form);
}

export async function closeCommitteeAction(state: FormState, form: FormData) {
  return close(state, form);
}
