"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { closePark, createBuilding, createPark, updatePark } from "@/lib/parks/commands";
import { closedPark, editedPark, newBuilding, newPark } from "@/lib/parks/schema";

const create = formAction(newPark, async (actor, input) => `/parks/${(await createPark(actor, input)).id}`);
const update = formAction(editedPark, async (actor, input) => `/parks/${(await updatePark(actor, input)).id}`);
const close = formAction(closedPark, async (actor, input) => `/parks/${(await closePark(actor, input)).id}`);
const addBuilding = formAction(
  newBuilding,
  async (actor, input) => `/parks/${(await createBuilding(actor, input)).id}`,
);

export async function createParkAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function updateParkAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function closeParkAction(state: FormState, form: FormData) {
  return close(state, form);
}

export async function createBuildingAction(state: FormState, form: FormData) {
  return addBuilding(state, form);
}
