"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { closeServicePoint, reopenServicePoint } from "@/lib/service-points/commands/close-service-point";
import { createServicePoint, updateServicePoint } from "@/lib/service-points/commands/save-service-point";
import * as schema from "@/lib/service-points/schema";

const page = ({ id }: { id: string }) => `/service-points/${id}`;

const create = formAction(schema.newServicePoint, async (actor, input) => page(await createServicePoint(actor, input)));
const update = formAction(schema.editedServicePoint, async (actor, input) =>
  page(await updateServicePoint(actor, input)),
);
const close = formAction(schema.closedServicePoint, async (actor, input) =>
  page(await closeServicePoint(actor, input)),
);
const reopen = formAction(schema.reopenedServicePoint, async (actor, input) =>
  page(await reopenServicePoint(actor, input)),
);

export async function createServicePointAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function updateServicePointAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function closeServicePointAction(state: FormState, form: FormData) {
  return close(state, form);
}

export async function reopenServicePointAction(state: FormState, form: FormData) {
  return reopen(state, form);
}
