import type { Day } from "@/lib/calendar";
import { dayOf } from "@/prisma/seed/actors";
import type { World } from "@/prisma/seed/world";

export type Attendee = { memberId: string; name: string; isEntitled: boolean };

/** Who belonged to a branch on a day: probationary and full members; those full on that day are entitled to vote. */
export type Roster = (branchId: string, day: Day) => Attendee[];

export function rosterOf({ rows }: World): Roster {
  const members = new Map(
    rows.members.map(({ id, name, joinedOn, becameFullOn }) => {
      const fullOn = becameFullOn ? dayOf(becameFullOn) : null;
      return [id, { name, joinedOn: joinedOn ? dayOf(joinedOn) : null, fullOn }];
    }),
  );
  const stays = rows.memberships.map(({ memberId, branchId, validFrom, validTo }) => {
    return { memberId, branchId, from: dayOf(validFrom), to: validTo ? dayOf(validTo) : null };
  });
  const ofBranch = Map.groupBy(stays, ({ branchId }) => branchId);
  return (branchId, day) =>
    (ofBranch.get(branchId) ?? []).flatMap(({ memberId, from, to }) => {
      const member = members.get(memberId);
      const isHere = from <= day && (to === null || to > day);
      if (!isHere || !member?.joinedOn || member.joinedOn > day) return [];
      return [{ memberId, name: member.name, isEntitled: member.fullOn !== null && member.fullOn <= day }];
    });
}
