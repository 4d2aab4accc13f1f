"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { closeBuilding, createBuilding, reopenBuilding, updateBuilding } from "@/lib/parks/commands/buildings";
import { closePark, reopenPark } from "@/lib/parks/commands/close-park";
import { addParkFigure, removeParkFigure } from "@/lib/parks/commands/figures";
import { createPark, updatePark } from "@/lib/parks/commands/save-park";
import * as schema from "@/lib/parks/schema";

const create = formAction(schema.newPark, async (actor, input) => `/parks/${(await createPark(actor, input)).id}`);
const update = formAction(schema.editedPark, async (actor, input) => `/parks/${(await updatePark(actor, input)).id}`);
const close = formAction(schema.closedPark, async (actor, input) => `/parks/${(await closePark(actor, input)).id}`);
const addBuilding = formAction(
  schema.newBuilding,
  async (actor, input) => `/parks/${(await createBuilding(actor, input)).id}`,
);
const building = ({ id, parkId }: { id: string; parkId: string }) => `/parks/${parkId}/buildings/${id}`;
const editBuilding = formAction(schema.editedBuilding, async (actor, input) =>
  building(await updateBuilding(actor, input)),
);
const shutBuilding = formAction(schema.closedBuilding, async (actor, input) =>
  building(await closeBuilding(actor, input)),
);
const reopen = formAction(
  schema.reopenedPlace,
  async (actor, input) => `/parks/${(await reopenPark(actor, input)).id}`,
);
const useBuildingAgain = formAction(schema.reopenedPlace, async (actor, input) =>
  building(await reopenBuilding(actor, input)),
);
const addFigure = formAction(
  schema.newFigure,
  async (actor, input) => `/parks/${(await addParkFigure(actor, input)).id}`,
);
const removeFigure = formAction(
  schema.removedFigure,
  async (actor, input) => `/parks/${(await removeParkFigure(actor, input)).id}`,
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

export async function updateBuildingAction(state: FormState, form: FormData) {
  return editBuilding(state, form);
}

export async function closeBuildingAction(state: FormState, form: FormData) {
  return shutBuilding(state, form);
}

export async function addParkFigureAction(state: FormState, form: FormData) {
  return addFigure(state, form);
}

export async function removeParkFigureAction(state: FormState, form: FormData) {
  return removeFigure(state, form);
}

export async function reopenParkAction(state: FormState, form: FormData) {
  return reopen(state, form);
}

export async function reopenBuildingAction(state: FormState, form: FormData) {
  return useBuildingAgain(state, form);
}
