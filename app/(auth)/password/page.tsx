import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { NewPasswordFields } from "@/components/accounts/password-fields";
import { BareFrame } from "@/components/shell/bare-frame";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { changePasswordAction } from "@/lib/accounts/actions";
import { requireSession } from "@/lib/auth/session";
import { logOutAction } from "@/lib/sessions/actions";

export const metadata: Metadata = { title: "修改密码" };

/** Stands outside the portal's frame: a session with an initial password reaches this page and no other. */
export default async function PasswordPage() {
  const { actor, username, mustChangePassword } = await requireSession();
  return (
    <BareFrame title="修改密码">
      <div className="panel">
        <p className="mb-4">
          {actor.name}（{username}）
          {mustChangePassword ? "：当前是初始密码，修改后才能使用平台。" : "：修改后，其他设备上的登录全部退出。"}
        </p>
        <ActionForm
          action={changePasswordAction}
          requestKey={randomUUID()}
          submitLabel="修改密码"
          {...(mustChangePassword ? {} : { cancelHref: "/" })}
        >
          <input type="hidden" name="username" value={username} autoComplete="username" />
          <TextField name="currentPassword" label="原密码" type="password" autoComplete="current-password" isRequired />
          <NewPasswordFields />
        </ActionForm>
      </div>
      {mustChangePassword && (
        <form action={logOutAction} className="text-center">
          <button type="submit" className="button">
            退出登录
          </button>
        </form>
      )}
    </BareFrame>
  );
}
