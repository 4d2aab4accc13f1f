import { TextField } from "@/components/ui/field";

/** The new password, twice. The rule stands beside it, not only in the refusal. */
export function NewPasswordFields() {
  return (
    <>
      <TextField
        name="newPassword"
        label="新密码"
        type="password"
        autoComplete="new-password"
        isRequired
        hint="至少 10 个字符（系统管理员、审计员 12 个），含大写字母、小写字母、数字、其他字符（含汉字）中的三种，不含登录名和姓名。"
      />
      <TextField
        name="repeatedPassword"
        label="再次输入新密码"
        type="password"
        autoComplete="new-password"
        isRequired
      />
    </>
  );
}
