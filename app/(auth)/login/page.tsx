import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { ForgetField } from "@/components/field/leaving/forget-field";
import { ForgetDrafts } from "@/components/summaries/drafts/forget-drafts";
import { csrfCookieName } from "@/lib/auth/cookie";

export const metadata: Metadata = { title: "登录" };

type Search = { next?: string; callbackUrl?: string; error?: string; left?: string };

/** The native form of next-auth: it posts its CSRF token and needs no script. */
export default async function LoginPage(props: { searchParams: Promise<Search> }) {
  const search = await props.searchParams;
  const jar = await cookies();
  const csrfToken = jar.get(csrfCookieName())?.value.split("|")[0];
  const target = search.callbackUrl ?? search.next ?? "/";
  // next-auth's own door hands out the token and comes back here with `callbackUrl`.
  if (!csrfToken && !search.callbackUrl) redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(target)}`);
  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-4 p-4">
      <h1 className="text-center">互联网行业党建管理平台</h1>
      <form method="post" action="/api/auth/callback/credentials" className="panel grid gap-4">
        <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
        <input type="hidden" name="callbackUrl" value={target} />
        <Answer search={search} hasCookies={Boolean(csrfToken)} />
        <label className="grid gap-1">
          登录名
          <input
            className="input"
            name="username"
            autoComplete="username"
            defaultValue={jar.get("portal.name")?.value ?? ""}
            maxLength={100}
            required
          />
        </label>
        <label className="grid gap-1">
          密码
          <input
            className="input"
            name="password"
            type="password"
            autoComplete="current-password"
            maxLength={200}
            required
          />
        </label>
        <button type="submit" className="button button-primary">
          登录
        </button>
      </form>
      <p className="muted text-center text-xs">忘记密码或账号被锁定，请联系本单位系统管理员。</p>
    </main>
  );
}

function Answer(props: { search: Search; hasCookies: boolean }) {
  if (!props.hasCookies) {
    return (
      <p role="alert" className="text-bad">
        浏览器没有保存 Cookie，无法登录。请允许本站的 Cookie 后刷新页面。
      </p>
    );
  }
  if (props.search.error === "unavailable") {
    return (
      <p role="alert" className="text-bad">
        系统暂时不能登录，请稍后再试；如仍不行，请联系系统管理员。
      </p>
    );
  }
  if (props.search.error) {
    return (
      <p role="alert" className="text-bad">
        登录名或密码不正确，或账号已被锁定。连续输错 5 次，账号锁定 15 分钟。
      </p>
    );
  }
  if (props.search.left) {
    return (
      <div>
        <p role="status">您已退出登录。</p>
        <ForgetDrafts />
        <ForgetField />
      </div>
    );
  }
  return null;
}
