import type { SuggestionKind } from "@/generated/prisma/enums";
import { addDays } from "@/lib/calendar";
import { instantOn, staffOf } from "@/prisma/seed/actors";
import { randomOf } from "@/prisma/seed/chance/random";
import type { Committees } from "@/prisma/seed/committees";
import type { World } from "@/prisma/seed/world";

type Idea = { username: string; kind: SuggestionKind; daysAgo: number; page: string; text: string; answer?: string };

/** The auditor belongs to no committee: that one goes to the administrator. */
const ideas: Idea[] = [
  {
    username: "secretary",
    kind: "SUGGESTION",
    daysAgo: 47,
    page: "/summaries",
    text: "总结里的活动照片能否一次选多张上传？",
    answer: "已可以一次选择多张。照片不是必填，文字记录完整即可。",
  },
  {
    username: "joint",
    kind: "COMPLAINT",
    daysAgo: 30,
    page: "/calendar",
    text: "上季度两次活动通知都在前一天才发，支部来不及安排。",
    answer: "情况属实，向您致歉。今后活动至少提前一周发布，日历中可提前看到。",
  },
  {
    username: "instructor",
    kind: "SUGGESTION",
    daysAgo: 6,
    page: "/visits",
    text: "走访记录希望能按楼栋排序，一次走完一栋楼。",
  },
  { username: "auditor", kind: "SUGGESTION", daysAgo: 3, page: "/", text: "审计记录页希望默认显示最近一周。" },
];

/** Four words from the box, two of them answered by staff. */
export function seedSuggestions(world: World, { yubei }: Committees): void {
  const random = randomOf("suggestions");
  const { rows, clock } = world;
  const staff = staffOf(world, yubei);
  for (const { username, kind, daysAgo, page, text, answer } of ideas) {
    const author = rows.users.find((user) => user.username === username);
    if (!author?.id) continue;
    const on = addDays(clock.day, -daysAgo);
    rows.suggestions.push({
      id: random.id(),
      kind,
      text,
      page,
      userId: author.id,
      userName: author.name,
      committeeId: username === "auditor" ? null : yubei,
      createdAt: instantOn(clock, random, on),
      answer: answer ?? null,
      answeredAt: answer ? instantOn(clock, random, addDays(on, 3)) : null,
      answeredById: answer ? staff.id : null,
      answeredByName: answer ? staff.name : null,
      version: answer ? 2 : 1,
    });
  }
}
