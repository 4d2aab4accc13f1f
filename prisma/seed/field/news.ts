import { addDays, formatDayInText, toDate } from "@/lib/calendar";
import { dayOf } from "@/prisma/seed/actors";
import type { News } from "@/prisma/seed/notifications";
import type { World } from "@/prisma/seed/world";

/** What the accounts were told of the field in the last month. */
export function fieldNews(world: World): News[] {
  const since = toDate(addDays(world.clock.day, -30));
  const news = [...requestNews(world), ...dutyNews(world), ...activityNews(world), ...suggestionNews(world)];
  return news.filter(({ at, userIds }) => at >= since && userIds.length > 0);
}

function staffIds({ rows }: World, committeeId: string | null | undefined): string[] {
  const staff = rows.grants.filter((grant) => grant.role === "STAFF" && grant.committeeId === committeeId);
  return staff.map(({ userId }) => userId);
}

/** Raised: staff learn it; given to somebody: that one; answered: whoever brought it home. Never who did it. */
function requestNews(world: World): News[] {
  const { rows } = world;
  const requests = new Map(rows.requests.map((request) => [request.id, request]));
  const enterprises = new Map(rows.enterprises.map((row) => [row.id, row]));
  return rows.requestSteps.flatMap(({ requestId, action, at, byId, id }): News[] => {
    const request = requests.get(requestId);
    const enterprise = enterprises.get(request?.enterpriseId ?? "");
    if (!request || !enterprise) return [];
    const told = (people: (string | null | undefined)[]) => ({
      at: new Date(at ?? 0),
      href: `/requests/${requestId}`,
      dedupeKey: `request-step:${id}`,
      userIds: people.filter((userId) => typeof userId === "string").filter((userId) => userId !== byId),
    });
    const { name, committeeId } = enterprise;
    switch (action) {
      case "RAISE":
        return [
          { ...told(staffIds(world, committeeId)), kind: "REQUEST_RAISED", text: `“${name}”提出一项诉求，请受理。` },
        ];
      case "REASSIGN":
        return [{ ...told([request.ownerId]), kind: "REQUEST_ASSIGNED", text: `“${name}”的一项诉求交由您办理。` }];
      case "ANSWER":
        return [
          { ...told([request.createdById]), kind: "REQUEST_ANSWERED", text: `“${name}”的诉求已有答复，请告知企业。` },
        ];
      default:
        return [];
    }
  });
}

const changes = { SWAP: "已换班", MOVE: "已改期", CANCEL: "已取消" } as const;

function dutyNews(world: World): News[] {
  const { rows } = world;
  const shifts = new Map(rows.shifts.map((shift) => [shift.id, shift]));
  const points = new Map(rows.servicePoints.map((point) => [point.id, point]));
  const accounts = new Map(rows.instructors.map(({ id, userId }) => [id, userId]));
  return rows.dutySteps.flatMap(({ id, shiftId, action, at, byId }): News[] => {
    const shift = shifts.get(shiftId);
    const point = points.get(shift?.servicePointId);
    if (!shift || !point || !(action === "SWAP" || action === "MOVE" || action === "CANCEL")) return [];
    const people = [...staffIds(world, point.committeeId), accounts.get(shift.instructorId)];
    return [
      {
        kind: "DUTY_CHANGED",
        at: new Date(at ?? 0),
        text: `${formatDayInText(dayOf(shift.dutyOn))}“${point.name}”的驻点${changes[action]}。`,
        href: `/duty/${shiftId}`,
        dedupeKey: `duty-step:${id}`,
        userIds: people.filter((userId) => typeof userId === "string").filter((userId) => userId !== byId),
      },
    ];
  });
}

/** Whoever leads an invited branch learns of what is to come. */
function activityNews({ rows, clock }: World): News[] {
  const coming = rows.activities.filter((row) => row.status === "PLANNED" && dayOf(row.startsOn) > clock.day);
  return coming.map(({ id, title, startsOn, createdAt }) => {
    const invited = new Set(rows.activityBranches.filter((row) => row.activityId === id).map((row) => row.branchId));
    return {
      kind: "ACTIVITY_INVITED",
      at: new Date(createdAt ?? 0),
      text: `邀请参加“${title}”（${formatDayInText(dayOf(startsOn))}），请报名。`,
      href: `/activities/${id}`,
      dedupeKey: `activity:${id}`,
      userIds: rows.grants.filter(({ branchId }) => branchId && invited.has(branchId)).map(({ userId }) => userId),
    };
  });
}

function suggestionNews(world: World): News[] {
  return world.rows.suggestions.flatMap(({ id, kind, committeeId, userId, createdAt, answeredAt }) => {
    const href = `/suggestions/${id}`;
    const received: News = {
      kind: "SUGGESTION_RECEIVED",
      at: new Date(createdAt ?? 0),
      text: kind === "COMPLAINT" ? "收到一条投诉，请答复。" : "收到一条建议，请答复。",
      href,
      dedupeKey: `suggestion:${id}`,
      userIds: committeeId ? staffIds(world, committeeId) : [],
    };
    if (!answeredAt) return [received];
    const text = "您提的意见已有答复。";
    const dedupeKey = `suggestion-answer:${id}`;
    return [
      received,
      { kind: "SUGGESTION_ANSWERED", at: new Date(answeredAt), text, href, dedupeKey, userIds: [userId] },
    ];
  });
}
