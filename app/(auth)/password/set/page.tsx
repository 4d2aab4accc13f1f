import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { NewPasswordFields } from "@/components/accounts/password-fields";
import { BareFrame } from "@/components/shell/bare-frame";
import { GuestAnswer } from "@/components/shell/guest-answer";
import { ActionForm } from "@/components/ui/form";
import { choosePasswordAction } from "@/lib/accounts/actions";
import { findOpenLink } from "@/lib/accounts/queries/find-link";

export const metadata: Metadata = { title: "设置密码" };

type Search = { token?: string | string[]; done?: string };

/** Opening the link uses nothing up: mail filters and previews open links too. Only the form does. */
export default async function SetPasswordPage(props: { searchParams: Promise<Search> }) {
  const { token, done } = await props.searchParams;
  if (done) return <Answer title="密码已设置">请用登录名和新密码登录。</Answer>;
  const person = typeof token === "string" ? await findOpenLink(token) : null;
  if (!person || typeof token !== "string") {
    return <Answer title="链接不能使用">这个链接可能已用过或已过期。请联系本单位系统管理员重新发放。</Answer>;
  }
  return (
    <BareFrame title="设置密码">
      <div className="panel">
        <p className="mb-4">
          {person.name}，您的登录名是 <strong>{person.username}</strong>。请设置自己的密码，其他人不会知道它。
        </p>
        <ActionForm action={choosePasswordAction} requestKey={randomUUID()} submitLabel="设置密码">
          <input type="hidden" name="token" value={token} />
          <NewPasswordFields />
        </ActionForm>
      </div>
    </BareFrame>
  );
}

function Answer(props: { title: string; children: React.ReactNode }) {
  return (
    <GuestAnswer title={props.title}>
      <p>{props.children}</p>
      <p className="mt-4">
        <a href="/login" className="button">
          去登录
        </a>
      </p>
    </GuestAnswer>
  );
}
