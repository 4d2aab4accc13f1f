import { beforeEach, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { todosOf } from "@/lib/todos/queries/todos-of";
import type { Todo } from "@/lib/todos/rules/todo";
import { administrator, secretaryOf, staffOf } from "@/tests/support/actors";
import { account, branch, committee, enterprise } from "@/tests/support/factories/registers";

const day = "2026-11-27";
const only = (todos: Todo[], kind: Todo["kind"]) => todos.filter((todo) => todo.kind === kind);

let committeeId: string;
let own: { id: string; name: string };

beforeEach(async () => {
  committeeId = (await committee()).id;
  own = await branch({ committeeId, termEndsOn: "2030-01-01" });
});

describe("what others have raised", () => {
  const raise = async (facts: { committeeId: string; ownerId?: string; dueOn?: string }) => {
    const { id: enterpriseId, name } = await enterprise({ committeeId: facts.committeeId });
    const { id } = await db.enterpriseRequest.create({
      data: {
        enterpriseId,
        origin: "STAFF",
        category: "TALENT",
        text: "招聘",
        raisedOn: toDate("2026-11-01"),
        dueOn: toDate(facts.dueOn ?? "2026-12-01"),
        ownerId: facts.ownerId ?? null,
        createdByName: "工作人员",
      },
    });
    return { id, name };
  };

  test("a request is on the desk of who owns it, and one that nobody took on the desk of the committee's staff", async () => {
    const { id: userId } = await account();
    const { id, name } = await raise({ committeeId, ownerId: userId, dueOn: "2026-11-26" });
    await raise({ committeeId });
    await raise({ committeeId: (await committee()).id });
    const owner = staffOf(committeeId, { day, userId });
    expect(only(await todosOf(owner), "REQUEST")).toMatchObject([
      { text: `办理${name}的诉求`, href: `/requests/${id}`, dueOn: "2026-11-26", isOverdue: true },
      { text: "1 件企业诉求还没有人受理", href: "/requests?status=OPEN" },
    ]);
    expect(only(await todosOf(staffOf(committeeId, { day })), "REQUEST")).toMatchObject([
      { text: "1 件企业诉求已超过办理期限", href: "/requests?overdue=1", isOverdue: true },
      { text: "1 件企业诉求还没有人受理" },
    ]);
    await db.enterpriseRequest.update({
      where: { id },
      data: { status: "ANSWERED", answer: "已对接", answeredOn: toDate(day) },
    });
    expect(only(await todosOf(owner), "REQUEST")).toHaveLength(1);
  });

  test("a suggestion waits for whoever answers it, and not for who wrote it", async () => {
    const { id: userId } = await account();
    await db.suggestion.create({
      data: { kind: "SUGGESTION", text: "字太小", page: "/", userId, userName: "书记", committeeId },
    });
    const waiting = [{ text: "1 条意见建议待答复", href: "/suggestions?state=open" }];
    expect(only(await todosOf(staffOf(committeeId, { day })), "SUGGESTION")).toMatchObject(waiting);
    const others = [
      staffOf(committeeId, { day, userId }),
      secretaryOf(own.id, { day, userId }),
      administrator({ day }),
    ];
    for (const actor of others) expect(only(await todosOf(actor), "SUGGESTION")).toEqual([]);
  });
});
