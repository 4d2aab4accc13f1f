import type { NextRequest } from "next/server";
import { accountStateLabels, roleLabels } from "@/lib/accounts/labels";
import { canManageAccounts } from "@/lib/accounts/policy";
import { exportAccounts } from "@/lib/accounts/queries/list-accounts";
import { accountList } from "@/lib/accounts/schema";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { formatInstant } from "@/lib/calendar";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "登录名", width: 20 },
  { header: "姓名", width: 14 },
  { header: "角色", width: 50 },
  { header: "状态", width: 10 },
  { header: "最近登录", width: 18 },
];

/** The accounts as Excel under the filters of the screen. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canManageAccounts(actor)) return hidden();
  const { page: _page, ...filters } = accountList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const accounts = await exportAccounts(actor, filters);
  await recordExport(actor, "account", { filters, rowCount: accounts.length });
  return downloadWorkbook(`账号 ${actor.day}`, {
    sheetName: "账号",
    title: "账号",
    note: `截至 ${actor.day}，共 ${accounts.length} 个`,
    columns,
    rows: [
      accounts.map(({ username, name, grants, state, lastLoginAt }) => [
        username,
        name,
        grants.map(({ role, place }) => roleLabels[role] + (place ? `（${place}）` : "")).join("、"),
        accountStateLabels[state],
        lastLoginAt && formatInstant(lastLoginAt),
      ]),
    ],
  });
}
