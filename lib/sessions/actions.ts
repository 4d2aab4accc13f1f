"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { logOut } from "@/lib/auth/log-out";
import { currentSession } from "@/lib/auth/session";
import { forgetSessionToken } from "@/lib/auth/session-cookie";
import { formAction, refuseForeignOrigin } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

const nothing = z.object({});

const leaveOthers = formAction(nothing, async (actor) => {
  await logOut(actor, "others");
  return "/sessions?ended=1";
});

/** Ends this session on the server, then forgets the cookie. Also open to an initial password not yet changed. */
export async function logOutAction(): Promise<void> {
  await leave("this");
}

/** Ends every session of the person, this one too. */
export async function logOutEverywhereAction(): Promise<void> {
  await leave("all");
}

/** Ends every session of the person but this one. */
export async function logOutElsewhereAction(state: FormState, form: FormData) {
  return leaveOthers(state, form);
}

async function leave(which: "this" | "all"): Promise<never> {
  await refuseForeignOrigin();
  const session = await currentSession();
  if (session) await logOut(session.actor, which);
  await forgetSessionToken();
  redirect("/login?left=1");
}
