import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { SessionTable } from "@/components/sessions/session-table";
import { PageHeader } from "@/components/shell/page-header";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { logOutElsewhereAction, logOutEverywhereAction } from "@/lib/sessions/actions";
import { listOwnSessions } from "@/lib/sessions/queries";

export const metadata: Metadata = { title: "登录情况" };

type Search = { changed?: string; ended?: string };

export default async function SessionsPage(props: { searchParams: Promise<Search> }) {
  const sessions = await listOwnSessions(await requireActor());
  const search = await props.searchParams;
  return (
    <>
      <PageHeader title="登录情况" note="30 分钟（系统管理员 15 分钟）没有操作，登录自动结束。" />
      {search.changed && (
        <p role="status" className="panel mb-4 text-good">
          密码已修改，其他登录已全部退出。
        </p>
      )}
      {search.ended && (
        <p role="status" className="panel mb-4 text-good">
          其他登录已退出。
        </p>
      )}
      <div className="panel grid gap-4">
        <SessionTable rows={sessions} />
        <p className="muted">有不认识的设备或地址时，请退出其他登录并修改密码。</p>
        <div className="flex flex-wrap items-center gap-3">
          {sessions.length > 1 && (
            <ActionForm
              action={logOutElsewhereAction}
              requestKey={randomUUID()}
              submitLabel="退出其他登录"
              className=""
            >
              {null}
            </ActionForm>
          )}
          <form action={logOutEverywhereAction}>
            <button type="submit" className="button button-danger">
              退出全部登录
            </button>
          </form>
          <a href="/password" className="button">
            修改密码
          </a>
        </div>
      </div>
    </>
  );
}
