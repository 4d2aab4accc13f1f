"use server";

import { joinAssociation, leaveAssociation, removeAssociation } from "@/lib/enterprises/commands/association";
import { closeEnterprise } from "@/lib/enterprises/commands/close-enterprise";
import { correctLocation } from "@/lib/enterprises/commands/correct-location";
import { createEnterprise } from "@/lib/enterprises/commands/create-enterprise";
import { moveEnterprise } from "@/lib/enterprises/commands/move-enterprise";
import { renameEnterprise } from "@/lib/enterprises/commands/rename-enterprise";
import { reopenEnterprise } from "@/lib/enterprises/commands/reopen-enterprise";
import { revealContact } from "@/lib/enterprises/commands/reveal-contact";
import { addScaleYear, removeScaleYear } from "@/lib/enterprises/commands/scale-years";
import { updateEnterprise } from "@/lib/enterprises/commands/update-enterprise";
import * as schema from "@/lib/enterprises/schema";
import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

const page = ({ id }: { id: string }) => `/enterprises/${id}`;
const lists = ({ id }: { id: string }) => `/enterprises/${id}/lists`;

const create = formAction(schema.newEnterprise, async (actor, input) => page(await createEnterprise(actor, input)));
const update = formAction(schema.editedEnterprise, async (actor, input) => page(await updateEnterprise(actor, input)));
const rename = formAction(schema.renamedEnterprise, async (actor, input) => page(await renameEnterprise(actor, input)));
const move = formAction(schema.movedEnterprise, async (actor, input) => page(await moveEnterprise(actor, input)));
const correctPlace = formAction(schema.correctedLocation, async (actor, input) =>
  page(await correctLocation(actor, input)),
);
const close = formAction(schema.closedEnterprise, async (actor, input) => page(await closeEnterprise(actor, input)));
const reopen = formAction(schema.reopenedEnterprise, async (actor, input) =>
  page(await reopenEnterprise(actor, input)),
);
const addYear = formAction(schema.newScaleYear, async (actor, input) => lists(await addScaleYear(actor, input)));
const removeYear = formAction(schema.removedScaleYear, async (actor, input) =>
  lists(await removeScaleYear(actor, input)),
);
const join = formAction(schema.joinedAssociation, async (actor, input) => lists(await joinAssociation(actor, input)));
const leave = formAction(schema.leftAssociation, async (actor, input) => lists(await leaveAssociation(actor, input)));
const removeMembership = formAction(schema.removedAssociation, async (actor, input) =>
  lists(await removeAssociation(actor, input)),
);
const reveal = formAction(schema.revealedContact, async (actor, input) => ({
  title: "联系电话",
  text: await revealContact(actor, input),
  note: "本次查看已记入审计记录。请只用于所选用途，不要转发。",
  href: page(input),
}));

export async function createEnterpriseAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function updateEnterpriseAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function renameEnterpriseAction(state: FormState, form: FormData) {
  return rename(state, form);
}

export async function moveEnterpriseAction(state: FormState, form: FormData) {
  return move(state, form);
}

export async function correctLocationAction(state: FormState, form: FormData) {
  return correctPlace(state, form);
}

export async function closeEnterpriseAction(state: FormState, form: FormData) {
  return close(state, form);
}

export async function reopenEnterpriseAction(state: FormState, form: FormData) {
  return reopen(state, form);
}

export async function addScaleYearAction(state: FormState, form: FormData) {
  return addYear(state, form);
}

export async function removeScaleYearAction(state: FormState, form: FormData) {
  return removeYear(state, form);
}

export async function joinAssociationAction(state: FormState, form: FormData) {
  return join(state, form);
}

export async function leaveAssociationAction(state: FormState, form: FormData) {
  return leave(state, form);
}

export async function removeAssociationAction(state: FormState, form: FormData) {
  return removeMembership(state, form);
}

export async function revealContactAction(state: FormState, form: FormData) {
  return reveal(state, form);
}
