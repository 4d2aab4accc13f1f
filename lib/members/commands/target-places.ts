import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, formatDayInText, toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { DomainError, notFound } from "@/lib/errors";
import { checkCreditCode } from "@/lib/identifiers/credit-code";
import { normaliseName } from "@/lib/identifiers/name";
import { nameMatches } from "@/lib/search/keys";

/** The branch a member is put into from a day on: of the member's committee, and there on that day. */
export async function branchToJoin(tx: Tx, actor: Actor, committeeId: string, branchId: string, on: Day) {
  const branch = await tx.branch.findFirst({
    where: { AND: [visibleBranches(actor), { id: branchId, committeeId }] },
    select: { id: true, name: true, foundedOn: true, dissolvedOn: true },
  });
  if (!branch) throw notFound("党支部");
  if (branch.dissolvedOn && toDay(branch.dissolvedOn) <= on) {
    throw new DomainError("WRONG_STATE", `“${branch.name}”已于 ${toDay(branch.dissolvedOn)} 撤销，请选择其他党支部。`);
  }
  if (toDay(branch.foundedOn) > on) {
    const founded = formatDayInText(toDay(branch.foundedOn));
    throw new DomainError("WRONG_STATE", `“${branch.name}”${founded}才成立，日期不能早于这一天。请核对日期。`);
  }
  return branch;
}

/**
 * The enterprise that was typed: by its credit code, its whole name, or a part of the name or the pinyin initials that
 * only one open enterprise of the committee has. Refuses with the near names when it is not one.
 */
export async function enterpriseNamed(tx: Tx, actor: Actor, committeeId: string, typed: string, on: Day) {
  const found = await enterprisesNamed(tx, actor, committeeId, typed, on);
  const [only] = found;
  if (!only) {
    throw new DomainError(
      "NOT_FOUND",
      `没有找到名为“${typed}”的企业。请填写企业全称或统一社会信用代码；未登记的企业请先登记。`,
    );
  }
  if (found.length > 1) {
    const names = found.slice(0, 5).map(({ name }) => `“${name}”`);
    const more = found.length > 5 ? "等" : "";
    throw new DomainError("CONFLICT", `“${typed}”对应不止一家企业：${names.join("、")}${more}。请填写全称或信用代码。`);
  }
  if (only.closedOn && toDay(only.closedOn) <= on) {
    throw new DomainError("WRONG_STATE", `“${only.name}”已于 ${toDay(only.closedOn)} 停业或注销，请核对单位和日期。`);
  }
  return only;
}

async function enterprisesNamed(tx: Tx, actor: Actor, committeeId: string, typed: string, on: Day) {
  const scope = { AND: [visibleEnterprises(actor), { committeeId }] };
  const select = { id: true, name: true, closedOn: true } as const;
  const reading = checkCreditCode(typed);
  const same = reading.kind === "VALID" ? { creditCode: reading.code } : { nameKey: normaliseName(typed) };
  const exact = await tx.enterprise.findMany({ where: { AND: [scope, same] }, take: 2, select });
  const matches = nameMatches(typed);
  if (exact.length === 1 || !matches) return exact;
  const open = { OR: [{ closedOn: null }, { closedOn: { gt: toDate(on) } }] };
  return tx.enterprise.findMany({
    where: { AND: [scope, matches, open] },
    orderBy: { nameSort: "asc" },
    take: 6,
    select,
  });
}
