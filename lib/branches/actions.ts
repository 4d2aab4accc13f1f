"use server";

import { addGroup } from "@/lib/branches/commands/add-group";
import { appointOfficer } from "@/lib/branches/commands/appoint-officer";
import { correctBranchFact } from "@/lib/branches/commands/correct-fact";
import { coverEnterprisesFrom } from "@/lib/branches/commands/cover-enterprises";
import { createBranch } from "@/lib/branches/commands/create-branch";
import { dissolveBranch } from "@/lib/branches/commands/dissolve-branch";
import { endBranchFact } from "@/lib/branches/commands/end-fact";
import { foundJointBranch } from "@/lib/branches/commands/found-joint-branch";
import { correctBranchName, renameBranch } from "@/lib/branches/commands/names";
import { restoreBranch } from "@/lib/branches/commands/restore-branch";
import { startTerm } from "@/lib/branches/commands/start-term";
import { updateBranch } from "@/lib/branches/commands/update-branch";
import * as schema from "@/lib/branches/schema";
import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

const pageOf = ({ id }: { id: string }) => `/branches/${id}`;

const create = formAction(schema.newBranch, async (actor, input) => pageOf(await createBranch(actor, input)));
const foundJoint = formAction(schema.newJointBranch, async (actor, input) =>
  pageOf(await foundJointBranch(actor, input)),
);
const update = formAction(schema.editedBranch, async (actor, input) => pageOf(await updateBranch(actor, input)));
const rename = formAction(schema.renamedBranch, async (actor, input) => pageOf(await renameBranch(actor, input)));
const cover = formAction(schema.coveredEnterprises, async (actor, input) =>
  pageOf(await coverEnterprisesFrom(actor, input)),
);
const appoint = formAction(schema.newOfficer, async (actor, input) => pageOf(await appointOfficer(actor, input)));
const start = formAction(schema.newTerm, async (actor, input) => pageOf(await startTerm(actor, input)));
const group = formAction(schema.newGroup, async (actor, input) => pageOf(await addGroup(actor, input)));
const end = formAction(schema.endedFact, async (actor, input) => pageOf(await endBranchFact(actor, input)));
const correct = formAction(schema.correctedFact, async (actor, input) => pageOf(await correctBranchFact(actor, input)));
const correctName = formAction(schema.correctedName, async (actor, input) =>
  pageOf(await correctBranchName(actor, input)),
);
const dissolve = formAction(schema.dissolvedBranch, async (actor, input) => pageOf(await dissolveBranch(actor, input)));
const restore = formAction(schema.restoredBranch, async (actor, input) => pageOf(await restoreBranch(actor, input)));

export async function createBranchAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function foundJointBranchAction(state: FormState, form: FormData) {
  return foundJoint(state, form);
}

export async function updateBranchAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function renameBranchAction(state: FormState, form: FormData) {
  return rename(state, form);
}

export async function coverEnterprisesAction(state: FormState, form: FormData) {
  return cover(state, form);
}

export async function appointOfficerAction(state: FormState, form: FormData) {
  return appoint(state, form);
}

export async function startTermAction(state: FormState, form: FormData) {
  return start(state, form);
}

export async function addGroupAction(state: FormState, form: FormData) {
  return group(state, form);
}

export async function endBranchFactAction(state: FormState, form: FormData) {
  return end(state, form);
}

export async function correctBranchFactAction(state: FormState, form: FormData) {
  return correct(state, form);
}

export async function correctBranchNameAction(state: FormState, form: FormData) {
  return correctName(state, form);
}

export async function dissolveBranchAction(state: FormState, form: FormData) {
  return dissolve(state, form);
}

export async function restoreBranchAction(state: FormState, form: FormData) {
  return restore(state, form);
}
