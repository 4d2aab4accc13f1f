import { Badge } from "@/components/ui/badge";
import { formatInstant } from "@/lib/calendar";
import { openNotificationAction } from "@/lib/notifications/actions";
import type { NotificationRow } from "@/lib/notifications/queries";
import { notificationKindLabels } from "@/lib/outbox/labels";

/** Opening marks as read, and reading a page must change nothing: so each entry is a button of one form. */
export function Inbox(props: { rows: NotificationRow[] }) {
  return (
    <form action={openNotificationAction}>
      <ul>
        {props.rows.map((row) => (
          <li key={row.id} className="border-b border-line last:border-b-0">
            <button type="submit" name="id" value={row.id} className="notice">
              <span className="flex flex-wrap items-baseline gap-x-3">
                <span className="muted text-xs">{notificationKindLabels[row.kind]}</span>
                <span className="muted text-xs">{formatInstant(row.createdAt)}</span>
                {row.readAt === null && <Badge tone="info">未读</Badge>}
              </span>
              <span className={row.readAt === null ? "font-medium" : undefined}>{row.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
