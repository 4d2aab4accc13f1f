import { z } from "zod";
import type { Role } from "@/generated/prisma/enums";
import { type AccountState, scopeLabels } from "@/lib/accounts/labels";
import {
  choice,
  optionalDay,
  optionalRecordId,
  recordId,
  requiredDay,
  requiredText,
  version,
} from "@/lib/forms/fields";
import { filterOf, listParams, sortOf } from "@/lib/forms/list-params";

export const roles = ["STAFF", "SECRETARY", "INSTRUCTOR", "ADMIN", "AUDITOR"] as const satisfies readonly Role[];
export const accountStates = ["ACTIVE", "WAITING", "LOCKED", "DISABLED"] as const satisfies readonly AccountState[];

const grant = z
  .object({
    role: choice("角色", roles),
    /** Staff: a committee. Secretary: a branch. Instructor: a profile. */
    scopeId: optionalRecordId("范围"),
    validFrom: requiredDay("起始日期"),
    validTo: optionalDay("结束日期"),
  })
  .check(({ value, issues }) => {
    const scope = scopeLabels[value.role];
    const refuse = (path: string, message: string) =>
      issues.push({ code: "custom", path: [path], message, input: value });
    if (scope && !value.scopeId) refuse("scopeId", `请选择${scope}。`);
    if (!scope && value.scopeId) refuse("scopeId", "该角色不分范围。");
    if (value.validTo && value.validTo <= value.validFrom) refuse("validTo", "结束日期必须晚于起始日期。");
  });

const username = requiredText("登录名", 40).pipe(
  z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u, "登录名为 2 到 40 个字母、数字、汉字，可含 . _ -。"),
);
const name = requiredText("姓名", 40);
const accountId = recordId("账号");

export const newAdministrator = z.object({ username, name });
export const newAccount = newAdministrator.and(grant);
export const newGrant = z.object({ userId: accountId }).and(grant);
export const endedGrant = z.object({ id: recordId("角色"), endsOn: requiredDay("结束日期") });
export const renamedAccount = z.object({ id: accountId, version, name });
export const disabledAccount = z.object({ id: accountId, reason: requiredText("停用原因") });
export const chosenAccount = z.object({ id: accountId });
export const chosenSession = z.object({ id: recordId("登录") });

/** As typed: a password is neither trimmed nor cut. */
const typed = (label: string) =>
  z
    .string({ error: `请填写${label}。` })
    .min(1, `请填写${label}。`)
    .max(400, "密码太长。");
const twice = { newPassword: typed("新密码"), repeatedPassword: typed("再次输入的新密码") };
const isSame = (value: { newPassword: string; repeatedPassword: string }) =>
  value.newPassword === value.repeatedPassword;
const notSame = { path: ["repeatedPassword"], message: "两次输入的新密码不一致。" };

export const changedPassword = z.object({ currentPassword: typed("原密码"), ...twice }).refine(isSame, notSame);
export const chosenPassword = z.object({ token: z.string().max(200), ...twice }).refine(isSame, notSame);

export const accountList = listParams.extend({
  sort: sortOf(["username", "lastLogin"]),
  role: filterOf(roles),
  state: filterOf(accountStates),
});

/** What a form for a role asks before it opens: the role, and part of the name of the place it acts in. */
export const scopeQuestion = z.object({ role: filterOf(roles), find: z.string().max(50).catch("").default("") });

export type GrantInput = z.output<typeof grant>;
export type NewAccount = z.output<typeof newAccount>;
export type NewGrant = z.output<typeof newGrant>;
export type EndedGrant = z.output<typeof endedGrant>;
export type RenamedAccount = z.output<typeof renamedAccount>;
export type DisabledAccount = z.output<typeof disabledAccount>;
export type ChangedPassword = z.output<typeof changedPassword>;
export type ChosenPassword = z.output<typeof chosenPassword>;
export type AccountList = z.output<typeof accountList>;
