"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { amendPlan } from "@/lib/plans/commands/amend-plan";
import { takeOverPlan, unwaiveTask, waiveTask } from "@/lib/plans/commands/answer-plan";
import { closePlan } from "@/lib/plans/commands/close-plan";
import { createPlan } from "@/lib/plans/commands/create-plan";
import { addTask, moveTask, removeTask, updateTask } from "@/lib/plans/commands/draft-tasks";
import { publishPlan } from "@/lib/plans/commands/publish-plan";
import { removePlan, updatePlan } from "@/lib/plans/commands/update-plan";
import * as schema from "@/lib/plans/schema";

const pageOf = ({ id }: { id: string }) => `/plans/${id}`;
const afterTask = ({ planId, taskId }: { planId: string; taskId: string }) => `/plans/${planId}#task-${taskId}`;
const afterAnswer = ({ planId, branchId }: { planId: string; branchId: string }) =>
  `/plans/${planId}#branch-${branchId}`;

const create = formAction(schema.newPlan, async (actor, input) => pageOf(await createPlan(actor, input)));
const update = formAction(schema.editedPlan, async (actor, input) => pageOf(await updatePlan(actor, input)));
const remove = formAction(schema.removedPlan, async (actor, input) => {
  await removePlan(actor, input);
  return "/plans";
});
const add = formAction(
  schema.newTask,
  async (actor, input) => `/plans/${(await addTask(actor, input)).planId}#add-task`,
);
const edit = formAction(schema.editedTask, async (actor, input) => afterTask(await updateTask(actor, input)));
const move = formAction(schema.movedTask, async (actor, input) => afterTask(await moveTask(actor, input)));
const drop = formAction(
  schema.removedTask,
  async (actor, input) => `/plans/${(await removeTask(actor, input)).planId}#tasks`,
);
const publish = formAction(schema.publishedPlan, async (actor, input) => pageOf(await publishPlan(actor, input)));
const amend = formAction(schema.planAmendment, async (actor, input) => pageOf(await amendPlan(actor, input)));
const close = formAction(schema.closedPlan, async (actor, input) => pageOf(await closePlan(actor, input)));
const takeOver = formAction(schema.takenOverPlan, async (actor, input) =>
  afterAnswer(await takeOverPlan(actor, input)),
);
const waive = formAction(schema.waivedTask, async (actor, input) => afterAnswer(await waiveTask(actor, input)));
const unwaive = formAction(schema.unwaivedTask, async (actor, input) => afterAnswer(await unwaiveTask(actor, input)));

export async function createPlanAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function updatePlanAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function removePlanAction(state: FormState, form: FormData) {
  return remove(state, form);
}

export async function addPlanTaskAction(state: FormState, form: FormData) {
  return add(state, form);
}

export async function updatePlanTaskAction(state: FormState, form: FormData) {
  return edit(state, form);
}

export async function movePlanTaskAction(state: FormState, form: FormData) {
  return move(state, form);
}

export async function removePlanTaskAction(state: FormState, form: FormData) {
  return drop(state, form);
}

export async function publishPlanAction(state: FormState, form: FormData) {
  return publish(state, form);
}

export async function amendPlanAction(state: FormState, form: FormData) {
  return amend(state, form);
}

export async function closePlanAction(state: FormState, form: FormData) {
  return close(state, form);
}

export async function takeOverPlanAction(state: FormState, form: FormData) {
  return takeOver(state, form);
}

export async function waiveTaskAction(state: FormState, form: FormData) {
  return waive(state, form);
}

export async function unwaiveTaskAction(state: FormState, form: FormData) {
  return unwaive(state, form);
}
