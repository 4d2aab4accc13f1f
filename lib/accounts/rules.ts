import type { Role } from "@/generated/prisma/enums";
import type { AccountState } from "@/lib/accounts/labels";

export type AccountFacts = { disabledAt: Date | null; lockedUntil: Date | null; passwordHash: string | null };

/** What can be said of an account in a word; the gravest first. */
export function accountState(account: AccountFacts, now: Date): AccountState {
  if (account.disabledAt) return "DISABLED";
  if (account.lockedUntil && account.lockedUntil > now) return "LOCKED";
  return account.passwordHash ? "ACTIVE" : "WAITING";
}

/** Separation of duties (GB/T 22239-2019, G11): no account holds two of these kinds on one day. */
export function dutyOf(role: Role): 0 | 1 | 2 {
  switch (role) {
    case "ADMIN":
      return 1;
    case "AUDITOR":
      return 2;
    case "STAFF":
    case "SECRETARY":
    case "INSTRUCTOR":
      return 0;
  }
}
