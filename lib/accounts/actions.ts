"use server";

import { disableAccount, enableAccount, renameAccount, unlockAccount } from "@/lib/accounts/commands/change-state";
import { createAccount, type LinkedAccount, reissueLink } from "@/lib/accounts/commands/create-account";
import { addGrant, endGrant } from "@/lib/accounts/commands/grants";
import { revokeSession, revokeSessions } from "@/lib/accounts/commands/revoke-sessions";
import { changePassword, setPasswordByLink } from "@/lib/accounts/commands/set-password";
import {
  changedPassword,
  chosenAccount,
  chosenPassword,
  chosenSession,
  disabledAccount,
  endedGrant,
  newAccount,
  newGrant,
  renamedAccount,
} from "@/lib/accounts/schema";
import { linkHolder, requireSession } from "@/lib/auth/session";
import { writeSessionToken } from "@/lib/auth/session-cookie";
import { formAction } from "@/lib/forms/form-action";
import type { FormState, ShownOnce } from "@/lib/forms/form-state";

const pathOf = ({ id }: { id: string }) => `/accounts/${id}`;

/** The link stands in the answer to the one who made it, in no address and no log. */
function linkOnce({ id, token }: LinkedAccount): string | ShownOnce {
  if (!token) return pathOf({ id });
  return {
    title: "一次性链接（只显示这一次）",
    text: new URL(`/password/set?token=${token}`, process.env.NEXTAUTH_URL).href,
    note: "请把链接当面或用可靠的方式交给本人。24 小时内有效，只能用一次；本人打开后自己设置密码。",
    href: pathOf({ id }),
  };
}

const create = formAction(newAccount, async (actor, input) => linkOnce(await createAccount(actor, input)));
const reissue = formAction(chosenAccount, async (actor, input) => linkOnce(await reissueLink(actor, input)));
const rename = formAction(renamedAccount, async (actor, input) => pathOf(await renameAccount(actor, input)));
const disable = formAction(disabledAccount, async (actor, input) => pathOf(await disableAccount(actor, input)));
const enable = formAction(chosenAccount, async (actor, input) => pathOf(await enableAccount(actor, input)));
const unlock = formAction(chosenAccount, async (actor, input) => pathOf(await unlockAccount(actor, input)));
const grant = formAction(newGrant, async (actor, input) => pathOf(await addGrant(actor, input)));
const ungrant = formAction(endedGrant, async (actor, input) => pathOf(await endGrant(actor, input)));
const revoke = formAction(chosenSession, async (actor, input) => pathOf(await revokeSession(actor, input)));
const revokeAll = formAction(chosenAccount, async (actor, input) => pathOf(await revokeSessions(actor, input)));

/** Open to an initial password: changing it is what such a session is for. */
const change = formAction(
  changedPassword,
  async (actor, input) => {
    const { token } = await changePassword(actor, input);
    if (token) await writeSessionToken(token);
    return "/sessions?changed=1";
  },
  async () => (await requireSession()).actor,
);

const choose = formAction(
  chosenPassword,
  async (actor, input) => {
    await setPasswordByLink(actor, input);
    return "/password/set?done=1";
  },
  linkHolder,
);

export async function createAccountAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function reissueLinkAction(state: FormState, form: FormData) {
  return reissue(state, form);
}

export async function renameAccountAction(state: FormState, form: FormData) {
  return rename(state, form);
}

export async function disableAccountAction(state: FormState, form: FormData) {
  return disable(state, form);
}

export async function enableAccountAction(state: FormState, form: FormData) {
  return enable(state, form);
}

export async function unlockAccountAction(state: FormState, form: FormData) {
  return unlock(state, form);
}

export async function addGrantAction(state: FormState, form: FormData) {
  return grant(state, form);
}

export async function endGrantAction(state: FormState, form: FormData) {
  return ungrant(state, form);
}

export async function revokeSessionAction(state: FormState, form: FormData) {
  return revoke(state, form);
}

export async function revokeSessionsAction(state: FormState, form: FormData) {
  return revokeAll(state, form);
}

export async function changePasswordAction(state: FormState, form: FormData) {
  return change(state, form);
}

export async function choosePasswordAction(state: FormState, form: FormData) {
  return choose(state, form);
}
