"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { sessionCookieName } from "@/lib/auth/cookie";
import { logOut } from "@/lib/auth/log-out";
import { currentSession } from "@/lib/auth/session";
import { refuseForeignOrigin } from "@/lib/forms/form-action";

/** Ends this session on the server, then forgets the cookie. */
export async function logOutAction(): Promise<void> {
  await refuseForeignOrigin();
  const session = await currentSession();
  if (session) await logOut(session.actor, false);
  (await cookies()).delete(sessionCookieName());
  redirect("/login?left=1");
}
