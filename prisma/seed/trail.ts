import { addDays, type Day, toDate } from "@/lib/calendar";
import type { Branches } from "@/prisma/seed/branches/records";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { Drafts } from "@/prisma/seed/enterprises/drafts";
import { fieldActs } from "@/prisma/seed/field/trail";
import type { People } from "@/prisma/seed/members/drafts";
import type { SamplePlan } from "@/prisma/seed/plans/draft";
import { quarterActs } from "@/prisma/seed/quarter-trail";
import type { Rows, World } from "@/prisma/seed/world";

type Entry = Rows["trail"][number];
export type Act = Pick<Entry, "action" | "subjectType"> & Partial<Entry> & { on: Day; by?: string };

type Places = { drafts: Drafts; branches: Branches; people: People; plans: SamplePlan[] };

/** The trail the history above would have left: two years of entries by staff, and the log-ins of the last days. */
export function seedTrail(world: World, places: Places): void {
  const random = randomOf("trail");
  const since = world.clock.at(7, 0);
  const acts = [
    ...accountActs(world),
    ...enterpriseActs(world, places.drafts),
    ...branchActs(world, places.branches),
    ...memberActs(world, random, places.people),
    ...quarterActs(world, places.plans),
    ...fieldActs(world),
    ...logIns(world, random),
  ].filter(({ on }) => on >= since && on <= world.clock.day);
  acts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  world.rows.trail.push(...acts.map((act) => entryOf(world, random, act)));
}

function entryOf({ rows, clock }: World, random: Random, { on, by = "staff", ...act }: Act): Entry {
  const account = rows.users.find(({ username }) => username === by);
  const grant = rows.grants.find(({ userId }) => userId === account?.id);
  // Office hours in Shanghai; what is dated today was done before the portal was started.
  const minutes = on === clock.day ? -random.between(1, 300) : random.between(30, 570);
  return {
    id: random.id(),
    at: new Date(toDate(on).getTime() + minutes * 60_000),
    actorId: account?.id ?? null,
    actorName: account?.name ?? by,
    actorRoles: grant ? [grant.role] : [],
    isRefused: false,
    ip: `10.20.${random.between(1, 9)}.${random.between(2, 250)}`,
    ...act,
  };
}

function accountActs({ rows, clock }: World): Act[] {
  return rows.users
    .filter(({ username }) => username !== "admin")
    .map(({ id, name, username }) => ({
      on: clock.at(7, 0.05),
      by: "admin",
      action: "account.create",
      subjectType: "User",
      subjectId: id,
      subjectName: name,
      after: { username },
    }));
}

function enterpriseActs({ rows, clock }: World, { all }: Drafts): Act[] {
  const closings = new Map(rows.enterprises.map(({ id, closedOn, closeReason }) => [id, { closedOn, closeReason }]));
  return all.flatMap(({ id, name, formerName, park, arrivedAgo, renamedAgo, closedAgo }) => {
    const subject = { subjectType: "Enterprise", subjectId: id, subjectName: name, committeeId: park.committeeId };
    const acts: Act[] = [{ ...subject, on: clock.at(arrivedAgo, 0.95), action: "enterprise.create", after: { name } }];
    if (renamedAgo !== null && formerName) {
      const names = { before: { name: formerName }, after: { name } };
      acts.push({ ...subject, ...names, on: clock.at(renamedAgo, 0.4), action: "enterprise.rename" });
    }
    const reason = closings.get(id)?.closeReason ?? null;
    if (closedAgo !== null) {
      const closedOn = clock.at(closedAgo, 0.5);
      acts.push({ ...subject, on: closedOn, action: "enterprise.close", reason, after: { closedOn } });
    }
    return acts.map((act) => byWhom(rows, act));
  });
}

function branchActs({ rows }: World, branches: Branches): Act[] {
  return [...branches.values()].flatMap(({ id, name, committeeId, foundedOn, dissolvedOn, plan }) => {
    const subject = { subjectType: "Branch", subjectId: id, subjectName: name, committeeId };
    const founded = { ...subject, on: foundedOn, action: "branch.create", after: { name, kind: plan.kind, foundedOn } };
    const reason = rows.branches.find((row) => row.id === id)?.dissolveReason ?? null;
    const dissolved = dissolvedOn
      ? [{ ...subject, on: dissolvedOn, action: "branch.dissolve", reason, after: { dissolvedOn } }]
      : [];
    return [founded, ...dissolved].map((act) => byWhom(rows, act));
  });
}

function memberActs({ rows, clock }: World, random: Random, { all }: People): Act[] {
  return all.flatMap(({ id, name, committeeId, belongings, becameFullOn, leftOn, leaveReason }, index) => {
    const subject = { subjectType: "Member", subjectId: id, subjectName: name, committeeId };
    const moved: Act[] = belongings.slice(1).map(({ from, branch }) => {
      return { ...subject, on: from, action: "member.transfer", after: { branch: branch.name } };
    });
    if (leftOn) moved.push({ ...subject, on: leftOn, action: "member.leave", reason: leaveReason });
    if (becameFullOn) moved.push({ ...subject, on: becameFullOn, action: "member.advance", after: { stage: "FULL" } });
    if (index % 60 === 7) {
      const on = clock.at(random.between(0, 3), random.share());
      moved.push({ ...subject, on, action: "member.reveal", reason: "核对组织关系介绍信" });
    }
    return moved.map((act) => byWhom(rows, act));
  });
}

/** Log-ins of the last three weeks, with one that was refused. */
function logIns({ rows, clock }: World, random: Random): Act[] {
  return rows.users.flatMap(({ id, username, name }) => {
    const subject = { by: username, subjectType: "User", subjectId: id, subjectName: name };
    const days = Array.from({ length: random.between(2, 6) }, () => addDays(clock.day, -random.between(1, 20)));
    const opened: Act[] = days.map((on) => ({ ...subject, on, action: "session.open" }));
    const refused = { reason: "登录名或密码不正确", isRefused: true };
    if (username === "joint")
      opened.push({ ...subject, ...refused, on: addDays(clock.day, -6), action: "session.refuse" });
    return opened;
  });
}

/** Each district's own staff did it. */
function byWhom(rows: Rows, act: Act): Act {
  const grant = rows.grants.find(({ role, committeeId }) => role === "STAFF" && committeeId === act.committeeId);
  return { ...act, by: rows.users.find(({ id }) => id === grant?.userId)?.username ?? "staff" };
}
