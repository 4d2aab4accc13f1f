import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { cookieOptions } from "@/lib/auth/cookie";
import { authOptions } from "@/lib/auth/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Only the log-in itself is open: the other doors of next-auth (session, sign-out) have no use here. */
const doors = new Set(["POST callback/credentials", "GET csrf", "GET signin", "GET error"]);

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!doors.has(`${request.method} ${nextauth.join("/")}`)) return new Response(null, { status: 404 });
  const typed = request.method === "POST" ? await request.clone().formData() : null;
  const response: Response = await NextAuth(authOptions())(request, context);
  return typed ? rememberUsername(response, typed) : response;
}

/** After a refusal the form shows the name again; the password is typed anew. */
function rememberUsername(response: Response, typed: FormData): Response {
  const wasRefused = (response.headers.get("location") ?? "").includes("error=");
  if (!wasRefused) return response;
  const answer = new Response(response.body, response);
  const username = encodeURIComponent(String(typed.get("username") ?? "").slice(0, 100));
  const secure = cookieOptions().secure ? "; Secure" : "";
  answer.headers.append(
    "set-cookie",
    `portal.name=${username}; Path=/login; Max-Age=120; HttpOnly; SameSite=Lax${secure}`,
  );
  return answer;
}

export { handle as GET, handle as POST };
