import { randomUUID } from "node:crypto";
import { Badge } from "@/components/ui/badge";
import { ActionForm } from "@/components/ui/form";
import { revokeFeedAction } from "@/lib/agenda/actions";
import type { listFeeds } from "@/lib/agenda/queries/feeds";
import { formatInstant } from "@/lib/calendar";

type Feed = Awaited<ReturnType<typeof listFeeds>>[number];

export function FeedTable({ feeds }: { feeds: Feed[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">用途</th>
          <th scope="col">生成时间</th>
          <th scope="col">状态</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <tr key={feed.id}>
            <td>{feed.name}</td>
            <td data-label="生成时间">{formatInstant(feed.createdAt)}</td>
            <td data-label="状态">
              {feed.revokedAt ? <Badge tone="plain">已停用</Badge> : <Badge tone="good">有效</Badge>}
            </td>
            <td>{!feed.revokedAt && <Revoke id={feed.id} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Revoke({ id }: { id: string }) {
  return (
    <ActionForm action={revokeFeedAction} requestKey={randomUUID()} submitLabel="停用" isDanger className="">
      <input type="hidden" name="id" value={id} />
    </ActionForm>
  );
}
